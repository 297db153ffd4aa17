import type { CaseMove } from "../../api/mainstreaming_types";
import { useFormat } from "../../format/use_format";
import { useMessages } from "../../messages/messages";
import { CaseStateLabel } from "./case_state_label";

/** What was decided, by whom in which role, and why; the newest last. */
export function CaseTimeline({ moves }: { moves: CaseMove[] }) {
  const t = useMessages();
  const format = useFormat();
  return (
    <section aria-labelledby="timeline">
      <h2 id="timeline">{t.mainstreaming.timeline}</h2>
      {moves.length === 0 && <p>{t.mainstreaming.timeline_none}</p>}
      <ol className="case-timeline">
        {moves.map((move) => (
          <li key={move.at + move.act}>
            <p>
              <strong>{t.mainstreaming.act[move.act]}</strong> → <CaseStateLabel state={move.to} />{" "}
              <span className="date">{format.moment(move.at)}</span>
            </p>
            {move.reasons && <p className="readable">{move.reasons}</p>}
            <p className="missing">
              {t.mainstreaming.done_by(t.account.role_name[move.role] ?? move.role, move.by)}
              {move.in_force_from && ` · ${t.mainstreaming.from_day(format.date(move.in_force_from) ?? move.in_force_from)}`}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
