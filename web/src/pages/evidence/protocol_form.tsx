import { useQuery } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { power_query } from "../../api/pilot_queries";
import { DESIGNS, UNITS, type PilotOutcome, type ProtocolContent } from "../../api/pilot_types";
import { useMessages } from "../../messages/messages";
import { Form, SelectField, TextArea, TextField } from "../../parts/form";
import { OutcomeFields } from "./outcome_fields";
import { PowerWords } from "./power_words";

const EMPTY_OUTCOME: PilotOutcome = { name: "", instrument: "", timing: "", is_primary: false, is_attainment: false, lower_is_better: false, kind: "measure" };

export const EMPTY_PROTOCOL: ProtocolContent = {
  title: "",
  question: "",
  design: "individually_randomised",
  unit: "learner",
  treated_arm: "",
  control_arm: "",
  outcomes: [{ ...EMPTY_OUTCOME, is_primary: true }],
  planned_treated: 40,
  planned_control: 40,
  learners_in_a_group: 20,
  intraclass_correlation: 0.15,
  pre_post_correlation: 0.5,
  analysis_plan: "",
  stopping_rule: "",
};

interface ProtocolFormProps {
  /** What stands there when the form opens. */
  content: ProtocolContent;
  on_send: (content: ProtocolContent) => void;
  error: unknown;
  button: string;
  busy: boolean;
  /** Fields before these. */
  children?: ReactNode;
}

type NumberField = "planned_treated" | "planned_control" | "learners_in_a_group" | "intraclass_correlation" | "pre_post_correlation";
type TextName = "title" | "question" | "treated_arm" | "control_arm" | "analysis_plan" | "stopping_rule";

/** Plain questions, and beside the numbers at once what they can and cannot detect. */
export function ProtocolForm({ content, on_send, error, button, busy, children }: ProtocolFormProps) {
  const t = useMessages();
  const [plan, set_plan] = useState(content);
  const power = useQuery(power_query(plan));
  const change = (changed: Partial<ProtocolContent>) => set_plan((before) => ({ ...before, ...changed }));
  const is_alone = plan.design === "single_group";
  const area = (name: TextName) => (
    <TextArea label={t.pilot.field[name]} name={name} error={error} value={plan[name]} on_change={(value) => change({ [name]: value })} rows={2} />
  );
  const number = (name: NumberField, step: number, hint?: string) => (
    <TextField
      label={t.pilot.field[name]}
      {...(hint !== undefined && { hint })}
      name={name}
      error={error}
      value={String(plan[name])}
      on_change={(value) => change({ [name]: Number(value) })}
      type="number"
      min={name === "pre_post_correlation" ? -1 : 0}
      step={step}
    />
  );
  const change_outcome = (place: number, changed: Partial<PilotOutcome>) =>
    change({ outcomes: plan.outcomes.map((outcome, at) => (at === place ? { ...outcome, ...changed } : outcome)) });
  return (
    <Form
      on_submit={() => on_send(sent_content(plan))}
      error={error}
      fields={["title", "question", "design", "unit", "treated_arm", "control_arm", "planned_treated", "planned_control", "analysis_plan", "stopping_rule"]}
      button={button}
      busy={busy}
    >
      {children}
      <TextField label={t.pilot.field.title} name="title" error={error} value={plan.title} on_change={(title) => change({ title })} required />
      {area("question")}
      <SelectField
        label={t.pilot.field.design}
        hint={t.pilot.design_hint}
        name="design"
        error={error}
        value={plan.design}
        options={DESIGNS.map((value) => ({ value, label: t.pilot.design[value] }))}
        on_change={(design) => change({ design })}
      />
      <SelectField
        label={t.pilot.field.unit}
        name="unit"
        error={error}
        value={plan.unit}
        options={UNITS.map((value) => ({ value, label: t.pilot.unit[value] }))}
        on_change={(unit) => change({ unit })}
      />
      {area("treated_arm")}
      {!is_alone && area("control_arm")}
      {plan.outcomes.map((outcome, place) => (
        <OutcomeFields
          key={place}
          number={place + 1}
          outcome={outcome}
          design={plan.design}
          error={error}
          on_change={(changed) => change_outcome(place, changed)}
          {...(plan.outcomes.length > 1 && { on_remove: () => change({ outcomes: plan.outcomes.filter((_, at) => at !== place) }) })}
        />
      ))}
      <p>
        <button type="button" className="button" onClick={() => change({ outcomes: [...plan.outcomes, EMPTY_OUTCOME] })}>
          {t.pilot.add_outcome}
        </button>
      </p>
      {number("planned_treated", 1)}
      {!is_alone && number("planned_control", 1)}
      {plan.unit !== "learner" && number("learners_in_a_group", 1)}
      {plan.unit !== "learner" && number("intraclass_correlation", 0.01, t.pilot.field.icc_hint)}
      {(is_alone || plan.design === "pre_post_controlled") && number("pre_post_correlation", 0.01)}
      <section aria-label={t.pilot.power} aria-live="polite" className="power">
        <h3>{t.pilot.power}</h3>
        {power.data && <PowerWords power={power.data} />}
      </section>
      {area("analysis_plan")}
      {area("stopping_rule")}
    </Form>
  );
}

/** Without what the design does not have. */
function sent_content(plan: ProtocolContent): ProtocolContent {
  return {
    ...plan,
    ...(plan.design === "single_group" && { planned_control: 0, control_arm: "" }),
    ...(plan.unit === "learner" && { learners_in_a_group: 1, intraclass_correlation: 0 }),
  };
}
