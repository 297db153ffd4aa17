import { useState, type ReactNode } from "react";
import { ANSWERS, LEVERS, type Answer, type CaseContent, type ChecklistLine } from "../../api/mainstreaming_types";
import { useMessages } from "../../messages/messages";
import { Form, SelectField, TextArea, TextField } from "../../parts/form";

export const EMPTY_CASE: CaseContent = {
  lever: "curriculum",
  competent_authority: "",
  checklist: Array.from({ length: 12 }, () => ({ answer: "unknown", evidence: "" })),
  cost_at_scale: null,
  risks: "",
  equity: "",
};

interface CaseFormProps {
  /** What stands there when the form opens. */
  content: CaseContent;
  on_send: (content: CaseContent) => void;
  error: unknown;
  button: string;
  busy: boolean;
  /** Fields before these. */
  children?: ReactNode;
}

/** Lever, authority, cost, risks, equity and the twelve answers. A cost that is left empty is not known. */
export function CaseForm({ content, on_send, error, button, busy, children }: CaseFormProps) {
  const t = useMessages();
  const [lever, set_lever] = useState(content.lever);
  const [authority, set_authority] = useState(content.competent_authority);
  const [cost, set_cost] = useState(content.cost_at_scale === null ? "" : String(content.cost_at_scale));
  const [risks, set_risks] = useState(content.risks);
  const [equity, set_equity] = useState(content.equity);
  const [checklist, set_checklist] = useState(content.checklist);
  const change = (item: number, changed: Partial<ChecklistLine>) =>
    set_checklist((lines) => lines.map((line, place) => (place === item ? { ...line, ...changed } : line)));
  const send = () =>
    on_send({ lever, competent_authority: authority, checklist, cost_at_scale: cost === "" ? null : Number(cost), risks, equity });
  return (
    <Form on_submit={send} error={error} fields={["member_state", "competent_authority", "cost_at_scale"]} button={button} busy={busy}>
      {children}
      <SelectField
        label={t.mainstreaming.column_lever}
        name="lever"
        error={error}
        value={lever}
        options={LEVERS.map((value) => ({ value, label: t.mainstreaming.lever[value] }))}
        on_change={set_lever}
      />
      <TextField
        label={t.mainstreaming.column_authority}
        hint={t.mainstreaming.authority_hint}
        name="competent_authority"
        error={error}
        value={authority}
        on_change={set_authority}
        required
      />
      <TextField
        label={t.mainstreaming.cost_at_scale}
        hint={t.mainstreaming.cost_hint}
        name="cost_at_scale"
        error={error}
        value={cost}
        on_change={set_cost}
        type="number"
        min={0}
        step={1}
      />
      <TextArea label={t.mainstreaming.risks} name="risks" error={error} value={risks} on_change={set_risks} />
      <TextArea label={t.mainstreaming.equity} name="equity" error={error} value={equity} on_change={set_equity} />
      {checklist.map((line, item) => (
        <fieldset key={item}>
          <legend>
            {item + 1}. {t.mainstreaming.question[item]}
          </legend>
          <SelectField<Answer>
            label={t.mainstreaming.column_answer}
            name={`checklist[${item}].answer`}
            error={error}
            value={line.answer}
            options={ANSWERS.map((value) => ({ value, label: t.mainstreaming.answer[value] }))}
            on_change={(answer) => change(item, { answer })}
          />
          <TextArea
            label={t.mainstreaming.column_evidence}
            hint={t.mainstreaming.evidence_hint}
            name={`checklist[${item}].evidence`}
            error={error}
            value={line.evidence}
            on_change={(evidence) => change(item, { evidence })}
            rows={2}
          />
        </fieldset>
      ))}
    </Form>
  );
}
