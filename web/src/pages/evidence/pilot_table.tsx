import { Link } from "@tanstack/react-router";
import type { PilotLine } from "../../api/pilot_types";
import { useFormat } from "../../format/use_format";
import { useMessages } from "../../messages/messages";
import { figure_words, scale_of } from "./effect_words";

/** All pilots of a protocol in the order in which they were planned, whatever became of them. */
export function PilotTable({ pilots }: { pilots: PilotLine[] }) {
  const t = useMessages();
  const format = useFormat();
  if (pilots.length === 0) return <p>{t.pilot.pilots_none}</p>;
  return (
    <div className="table-scroll" role="group" aria-label={t.pilot.pilots_heading} tabIndex={0}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t.pilot.column_site}</th>
            <th scope="col">{t.pilot.field.member_state}</th>
            <th scope="col">{t.pilot.column_state}</th>
            <th scope="col">{t.pilot.column_result}</th>
            <th scope="col">{t.pilot.column_per_learner}</th>
          </tr>
        </thead>
        <tbody>
          {pilots.map(({ id, site, member_state, state, effects, delivery, ended_because }) => (
            <tr key={id}>
              <th scope="row">
                <Link to="/pilots/$id" params={{ id: String(id) }}>
                  {site}
                </Link>
              </th>
              <td>{format.country(member_state)}</td>
              <td>
                {t.pilot.state[state]}
                {ended_because && <span className="missing"> {t.pilot.because(ended_because)}</span>}
              </td>
              <td className="pilot-result">
                {effects.length === 0 && t.pilot.no_result}
                {effects
                  .filter(({ is_primary }) => is_primary)
                  .map((effect) => (
                    <div key={effect.outcome}>
                      {effect.outcome}: {figure_words(scale_of(effect), effect.value, effect.interval, t)} {effect.is_exploratory && `(${t.pilot.exploratory})`}
                    </div>
                  ))}
              </td>
              <td>{typeof delivery?.per_learner_eur === "number" ? t.pilot.money(delivery.per_learner_eur) : t.pilot.not_told}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
