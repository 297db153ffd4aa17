import { useState } from "react";
import { SCORED_STAGES, type RubricContent, type RubricCriterion } from "../../api/panel_types";
import { useMessages } from "../../messages/messages";
import { Form, SelectField, TextArea, TextField } from "../../parts/form";

const EMPTY_CRITERION: RubricCriterion = { name: "", question: "", must_be_met: false, weight: 1, anchors: ["", "", "", "", ""] };

export const EMPTY_RUBRIC: RubricContent = {
  stage: "assessment",
  title: "",
  criteria: [EMPTY_CRITERION],
  required_assessments: 3,
  must_meet_score: 2,
  threshold_hundredths: 250,
};

interface RubricFormProps {
  /** What stands there when the form opens. */
  content: RubricContent;
  on_send: (content: RubricContent) => void;
  error: unknown;
  button: string;
  busy: boolean;
}

/** Everything of a rubric; questions and anchors may be missing as long as it is a draft. */
export function RubricForm({ content, on_send, error, button, busy }: RubricFormProps) {
  const t = useMessages();
  const [rubric, set_rubric] = useState<RubricContent>(() => ({
    stage: content.stage,
    title: content.title,
    criteria: content.criteria,
    required_assessments: content.required_assessments,
    must_meet_score: content.must_meet_score,
    threshold_hundredths: content.threshold_hundredths,
  }));
  const change = (changed: Partial<RubricContent>) => set_rubric((before) => ({ ...before, ...changed }));
  const change_criterion = (place: number, changed: Partial<RubricCriterion>) =>
    change({ criteria: rubric.criteria.map((one, at) => (at === place ? { ...one, ...changed } : one)) });
  const numbers = [
    { name: "required_assessments", label: t.panels.required, min: 1, max: 100 },
    { name: "must_meet_score", label: t.panels.must_meet_score, min: 0, max: 4 },
    { name: "threshold_hundredths", label: t.panels.threshold, min: 0, max: 400 },
  ] as const;
  return (
    <Form on_submit={() => on_send(rubric)} error={error} fields={["title", "stage", ...numbers.map(({ name }) => name)]} button={button} busy={busy}>
      <TextField label={t.panels.title} name="title" error={error} value={rubric.title} on_change={(title) => change({ title })} required />
      <SelectField
        label={t.panels.stage}
        name="stage"
        error={error}
        value={rubric.stage}
        options={SCORED_STAGES.map((value) => ({ value, label: t.innovation.stage[value] }))}
        on_change={(stage) => change({ stage })}
      />
      {numbers.map(({ name, label, min, max }) => (
        <TextField
          key={name}
          label={label}
          name={name}
          error={error}
          type="number"
          min={min}
          max={max}
          required
          value={String(rubric[name])}
          on_change={(value) => change({ [name]: Number(value) })}
        />
      ))}
      {rubric.criteria.map((criterion, place) => (
        <CriterionFields
          key={place}
          criterion={criterion}
          place={place}
          error={error}
          on_change={(changed) => change_criterion(place, changed)}
          on_remove={rubric.criteria.length > 1 ? () => change({ criteria: rubric.criteria.filter((_, at) => at !== place) }) : null}
        />
      ))}
      <p>
        <button type="button" className="button" onClick={() => change({ criteria: [...rubric.criteria, EMPTY_CRITERION] })}>
          {t.panels.add_criterion}
        </button>
      </p>
    </Form>
  );
}

interface CriterionFieldsProps {
  criterion: RubricCriterion;
  place: number;
  error: unknown;
  on_change: (changed: Partial<RubricCriterion>) => void;
  on_remove: (() => void) | null;
}

function CriterionFields({ criterion, place, error, on_change, on_remove }: CriterionFieldsProps) {
  const t = useMessages();
  const name = (field: string) => `criteria[${place}].${field}`;
  return (
    <fieldset>
      <legend>{t.panels.criterion_number(place + 1)}</legend>
      <TextField label={t.panels.criterion_name} name={name("name")} error={error} value={criterion.name} on_change={(value) => on_change({ name: value })} required />
      <TextArea label={t.panels.question} name={name("question")} error={error} value={criterion.question} on_change={(question) => on_change({ question })} rows={2} />
      <SelectField
        label={t.panels.kind}
        name={name("must_be_met")}
        error={error}
        value={criterion.must_be_met ? "must" : "weighed"}
        options={[
          { value: "weighed", label: t.panels.weighed },
          { value: "must", label: t.panels.must_be_met },
        ]}
        on_change={(kind) => on_change({ must_be_met: kind === "must" })}
      />
      {!criterion.must_be_met && (
        <TextField
          label={t.panels.weight}
          name={name("weight")}
          error={error}
          type="number"
          min={1}
          max={100}
          required
          value={String(criterion.weight)}
          on_change={(weight) => on_change({ weight: Number(weight) })}
        />
      )}
      {criterion.anchors.map((anchor, score) => (
        <TextField
          key={score}
          label={t.panels.anchor(score)}
          name={name(`anchors[${score}]`)}
          error={error}
          value={anchor}
          on_change={(text) => on_change({ anchors: criterion.anchors.map((other, at) => (at === score ? text : other)) })}
        />
      ))}
      {on_remove && (
        <button type="button" className="button" onClick={on_remove}>
          {t.panels.remove_criterion(place + 1)}
        </button>
      )}
    </fieldset>
  );
}
