import { Link } from "@tanstack/react-router";
import type { Innovation, InnovationMove } from "../../api/innovation_types";
import { useFormat } from "../../format/use_format";
import { useMessages } from "../../messages/messages";
import { OutsideLink } from "../../parts/outside_link";
import { Conditions } from "./conditions";
import { StateLabel } from "./state_label";

/** What was decided, by whom in which role, and why; the newest last. */
export function Timeline({ innovation }: { innovation: Innovation }) {
  const t = useMessages();
  return (
    <section aria-labelledby="timeline">
      <h2 id="timeline">{t.innovation.timeline}</h2>
      {innovation.moves.length === 0 && <p>{t.innovation.timeline_none}</p>}
      <ol className="timeline">
        {innovation.moves.map((move) => (
          <Decision
            key={move.number}
            innovation={innovation}
            move={move}
            assessments={innovation.assessments.filter(({ round }) => move.is_decision && round === move.round)}
          />
        ))}
      </ol>
    </section>
  );
}

interface DecisionProps {
  innovation: Innovation;
  move: InnovationMove;
  assessments: Innovation["assessments"];
}

function Decision({ innovation, move, assessments }: DecisionProps) {
  const t = useMessages();
  const format = useFormat();
  return (
    <li>
      <p>
        <strong>{t.innovation.act[move.act]}</strong> → <StateLabel stage={move.to.stage} standing={move.to.standing} />{" "}
        <span className="date">{format.moment(move.at)}</span>
      </p>
      <p className="readable">{move.reasons}</p>
      <p className="missing">
        {t.innovation.decided_by(t.account.role_name[move.role] ?? move.role, move.by)}
        {" · "}
        {t.innovation.framework_then(move.framework)}
        {move.is_override && ` · ${t.innovation.was_override(move.confirmed_by)}`}
        {move.competent_authority && ` · ${move.competent_authority}`}
        {move.state && ` · ${format.country(move.state)}`}
        {move.in_force_from && ` · ${t.innovation.in_force_from(format.date(move.in_force_from) ?? "")}`}
      </p>
      {move.merge_target !== null && (
        <p>
          <Link to="/innovations/$id" params={{ id: String(move.merge_target) }}>
            {t.innovation.merged_into}
          </Link>
        </p>
      )}
      <Conditions innovation={innovation} move={move} />
      {assessments.length > 0 && (
        <details>
          <summary>{t.innovation.assessments_then(assessments.length)}</summary>
          <ol>
            {assessments.map(({ scores, comment, is_recused, at }, place) => (
              <li key={at + String(place)}>
                {is_recused ? t.innovation.recused : scores.map((score) => score ?? t.innovation.cannot_judge).join(", ")} {comment}
              </li>
            ))}
          </ol>
        </details>
      )}
      {move.evidence.length > 0 && (
        <ul aria-label={t.innovation.evidence_considered}>
          {move.evidence.map((link) => (
            <li key={link}><OutsideLink url={link} /></li>
          ))}
        </ul>
      )}
    </li>
  );
}
