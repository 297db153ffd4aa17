import { useState } from "react";
import type { InnovationText } from "../../api/innovation_types";
import { useMessages } from "../../messages/messages";
import { Form, SelectField, TextArea, TextField } from "../../parts/form";

export const EMPTY_TEXT: InnovationText = {
  title: "",
  problem: "",
  what_is_new: "",
  target_group: "",
  eqf_levels: [],
  isced_field: "",
  setting: null,
  type: null,
  novelty: null,
  novelty_justification: "",
  theory_of_change: "",
  intended_outcomes: [],
  resources: "",
  licence: "",
  languages: [],
  projects: [],
  framework_items: [],
};

/** As the API takes it: levels are texts, what is not said is left out. */
export function sent_text(text: InnovationText) {
  return Object.fromEntries(
    Object.entries({ ...text, eqf_levels: text.eqf_levels.map(String) }).filter(([, value]) => value !== null),
  );
}

interface TextFormProps {
  text: InnovationText;
  on_change: (text: InnovationText) => void;
  on_submit: () => void;
  error: unknown;
  busy: boolean;
  button: string;
  /** What stands before the text's own fields and behind them. */
  before?: React.ReactNode;
  behind?: React.ReactNode;
  other_fields?: readonly string[];
}

const FIELDS = Object.keys(EMPTY_TEXT);

/** The fields of an innovation. Only title and problem are asked for; the gate asks for the rest later. */
export function TextForm({ text, on_change, on_submit, error, busy, button, before, behind, other_fields = [] }: TextFormProps) {
  const t = useMessages();
  const f = t.innovation.field;
  const set = (changed: Partial<InnovationText>) => on_change({ ...text, ...changed });
  const area = (name: "problem" | "what_is_new" | "target_group" | "novelty_justification" | "theory_of_change" | "resources", required = false) => (
    <TextArea label={f[name]} hint={t.innovation.hint[name]} name={name} error={error} value={text[name]} on_change={(value) => set({ [name]: value })} required={required} />
  );
  const list = (name: "intended_outcomes" | "languages" | "projects" | "framework_items", separator: "\n" | ",") => (
    <ListField key={name} name={name} values={text[name]} separator={separator} error={error} on_change={(values) => set({ [name]: values })} />
  );
  return (
    <Form on_submit={on_submit} error={error} fields={[...FIELDS, ...other_fields]} button={button} busy={busy}>
      {before}
      <TextField label={f.title} name="title" error={error} value={text.title} on_change={(title) => set({ title })} required />
      {area("problem", true)}
      {area("what_is_new")}
      {area("target_group")}
      {list("framework_items", ",")}
      <ListField name="eqf_levels" values={text.eqf_levels.map(String)} separator="," error={error} on_change={(values) => set({ eqf_levels: values.map(Number).filter((level) => level > 0) })} />
      <TextField label={f.isced_field} hint={t.innovation.hint.isced_field} name="isced_field" error={error} value={text.isced_field} on_change={(isced_field) => set({ isced_field })} inputMode="numeric" maxLength={4} />
      <ChoiceField name="setting" value={text.setting} names={t.innovation.setting} error={error} on_change={(setting) => set({ setting })} />
      <ChoiceField name="type" value={text.type} names={t.innovation.type} error={error} on_change={(type) => set({ type })} />
      <ChoiceField name="novelty" value={text.novelty} names={t.innovation.novelty} error={error} on_change={(novelty) => set({ novelty })} />
      {area("novelty_justification")}
      {area("theory_of_change")}
      {list("intended_outcomes", "\n")}
      {area("resources")}
      <TextField label={f.licence} hint={t.innovation.hint.licence} name="licence" error={error} value={text.licence} on_change={(licence) => set({ licence })} />
      {list("languages", ",")}
      {list("projects", ",")}
      {behind}
    </Form>
  );
}

interface ListFieldProps {
  name: "eqf_levels" | "intended_outcomes" | "languages" | "projects" | "framework_items";
  values: string[];
  separator: "\n" | ",";
  error: unknown;
  on_change: (values: string[]) => void;
}

/** Several values in one field, one a line or between commas; what is typed stays as typed. */
function ListField({ name, values, separator, error, on_change }: ListFieldProps) {
  const t = useMessages();
  const [typed, set_typed] = useState(values.join(separator === "," ? ", " : "\n"));
  const change = (value: string) => {
    set_typed(value);
    on_change(value.split(separator).map((one) => one.trim()).filter((one) => one !== ""));
  };
  const shared = { label: t.innovation.field[name], hint: t.innovation.hint[name], name, error, value: typed, on_change: change };
  return separator === "\n" ? <TextArea {...shared} /> : <TextField {...shared} />;
}

interface ChoiceFieldProps<Value extends string> {
  name: "setting" | "type" | "novelty";
  value: Value | null;
  names: Record<Value, string>;
  error: unknown;
  on_change: (value: Value | null) => void;
}

function ChoiceField<Value extends string>({ name, value, names, error, on_change }: ChoiceFieldProps<Value>) {
  const t = useMessages();
  const options = [{ value: "" as Value | "", label: t.innovation.not_said }, ...(Object.keys(names) as Value[]).map((one) => ({ value: one, label: names[one] }))];
  return (
    <SelectField
      label={t.innovation.field[name]}
      name={name}
      error={error}
      value={value ?? ""}
      options={options}
      on_change={(chosen) => on_change(chosen === "" ? null : chosen)}
    />
  );
}
