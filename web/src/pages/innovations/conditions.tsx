import { useState } from "react";
import { useInnovationWrite } from "../../api/innovation_queries";
import type { DecidedCondition, Innovation, InnovationMove } from "../../api/innovation_types";
import { useFormat } from "../../format/use_format";
import { useMessages } from "../../messages/messages";
import { Form, TextArea } from "../../parts/form";

const JUDGES = ["panel_chair", "member_state_representative"];

/** The conditions of a decision: until when, whether they are met, and who found that. */
export function Conditions({ innovation, move }: { innovation: Innovation; move: InnovationMove }) {
  const t = useMessages();
  if (move.conditions.length === 0) return null;
  const may_confirm = innovation.your_roles.some((role) => JUDGES.includes(role));
  return (
    <ul aria-label={t.innovation.conditions}>
      {move.conditions.map((condition) => (
        <li key={condition.number}>
          <ConditionLine condition={condition} />
          {may_confirm && condition.met === null && (
            <ConfirmForm key={innovation.revision} innovation={innovation} decision={move.number} condition={condition} />
          )}
        </li>
      ))}
    </ul>
  );
}

function ConditionLine({ condition: { text, due, met } }: { condition: DecidedCondition }) {
  const t = useMessages();
  const format = useFormat();
  const today = new Date().toISOString().slice(0, 10);
  return (
    <>
      {t.innovation.condition_due(text, format.date(due) ?? due)}{" "}
      {met === null ? (
        <strong className={due < today ? "condition-overdue" : "condition-open"}>
          {due < today ? t.innovation.condition_overdue : t.innovation.condition_open}
        </strong>
      ) : (
        <>
          <strong className="condition-met">{t.innovation.condition_met}</strong>{" "}
          {t.innovation.condition_met_by(
            format.date(met.at.slice(0, 10)) ?? met.at,
            t.innovation.decided_by(t.account.role_name[met.role] ?? met.role, met.by),
          )}{" "}
          {met.shown_by}
        </>
      )}
    </>
  );
}

interface ConfirmFormProps {
  innovation: Innovation;
  /** The number of the move. */
  decision: number;
  condition: DecidedCondition;
}

function ConfirmForm({ innovation, decision, condition }: ConfirmFormProps) {
  const t = useMessages();
  const [shown_by, set_shown_by] = useState("");
  const write = useInnovationWrite(innovation.id);
  const send = () =>
    write.mutate({ path: "/met-conditions", body: { revision: innovation.revision, decision, condition: condition.number, shown_by } });
  return (
    <details className="act-form">
      <summary>{t.innovation.confirm_condition(condition.text)}</summary>
      <Form on_submit={send} error={write.error} fields={["shown_by"]} button={t.innovation.do_confirm_condition} busy={write.isPending}>
        <TextArea
          label={t.innovation.shown_by}
          hint={t.innovation.shown_by_hint}
          name="shown_by"
          error={write.error}
          value={shown_by}
          on_change={set_shown_by}
          required
        />
      </Form>
    </details>
  );
}
