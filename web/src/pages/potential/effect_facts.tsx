import type { Potential } from "../../api/potential_types";
import { useFormat } from "../../format/use_format";
import { useMessages } from "../../messages/messages";
import { ForestPlot } from "../evidence/forest_plot";
import "../evidence/evidence.css";

/** The pilots of the outcome that the parts speak of. */
export function EffectFacts({ potential }: { potential: Potential }) {
  const { outcomes, leading } = potential.facts.effect;
  const outcome = leading === null ? undefined : outcomes[leading];
  return outcome ? <ForestPlot synthesis={outcome} /> : null;
}

/** What was found in each state. */
export function EffectByState({ potential }: { potential: Potential }) {
  const t = useMessages();
  const format = useFormat();
  const { states, i_squared } = potential.facts.transferability;
  if (states.length === 0) return null;
  return (
    <>
      {i_squared !== null && <p>{t.potential.i_squared(i_squared)}</p>}
      <div className="table-scroll" role="group" aria-label={t.potential.part.transferability} tabIndex={0}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t.potential.column_state}</th>
              <th scope="col">{t.potential.column_pilots}</th>
              <th scope="col">{t.potential.column_effect}</th>
            </tr>
          </thead>
          <tbody>
            {states.map(({ state, pilots, value, interval: [low, high] }) => (
              <tr key={state}>
                <th scope="row">{format.country(state)}</th>
                <td>{format.number(pilots)}</td>
                <td>
                  {format.decimal(value, 2)} ({format.decimal(low, 2)} – {format.decimal(high, 2)})
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
