import type { ProtocolContent } from "../../api/pilot_types";
import { useFormat } from "../../format/use_format";
import { useMessages } from "../../messages/messages";
import { Facts } from "../../parts/facts";

/** What a protocol declares. */
export function DeclaredFacts({ content }: { content: ProtocolContent }) {
  const t = useMessages();
  const format = useFormat();
  const { field } = t.pilot;
  const is_in_groups = content.unit !== "learner";
  return (
    <section aria-labelledby="declared">
      <h2 id="declared">{t.pilot.declared}</h2>
      <Facts
        entries={[
          [field.question, content.question],
          [field.design, t.pilot.design[content.design]],
          [field.unit, t.pilot.unit[content.unit]],
          [field.treated_arm, content.treated_arm],
          [field.control_arm, content.control_arm],
          [field.planned_treated, format.number(content.planned_treated)],
          [field.planned_control, content.design === "single_group" ? null : format.number(content.planned_control)],
          [field.learners_in_a_group, is_in_groups ? format.number(content.learners_in_a_group) : null],
          [field.intraclass_correlation, is_in_groups ? format.number(content.intraclass_correlation) : null],
          [field.analysis_plan, content.analysis_plan],
          [field.stopping_rule, content.stopping_rule],
        ]}
      />
      <ul>
        {content.outcomes.map(({ name, instrument, timing, is_primary, kind }) => (
          <li key={name}>
            <strong>{name}</strong> {is_primary && `(${t.pilot.primary})`}: {instrument}, {timing}
            {kind === "share" && `; ${t.pilot.kind.share}`}
          </li>
        ))}
      </ul>
    </section>
  );
}
