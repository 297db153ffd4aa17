// What an offer or a request says, as a form.
import { useState, type ReactNode } from "react";
import { OFFER_KINDS, PARTNER_ROLES, type OfferContent } from "../../api/partnership_types";
import { useMessages } from "../../messages/messages";
import { Form, SelectField, TextArea, TextField } from "../../parts/form";

const EMPTY: OfferContent = {
  kind: "offer",
  topic: "",
  text: "",
  role: "partner",
  countries: [],
  programme: null,
  begins: null,
  ends: null,
  deadline: null,
  days: 90,
};
const FIELDS = ["topic", "text", "kind", "role", "countries", "programme", "begins", "ends", "deadline", "days"];

interface OfferFormProps {
  content?: OfferContent;
  on_send: (content: OfferContent) => void;
  error: unknown;
  busy: boolean;
  /** Fields that stand before the others. */
  children?: ReactNode;
}

export function OfferForm({ content = EMPTY, on_send, error, busy, children }: OfferFormProps) {
  const words = useMessages().partnership;
  const [typed, set_typed] = useState(content);
  const [countries, set_countries] = useState(content.countries.join(", "));
  const set = <Name extends keyof OfferContent>(name: Name, value: OfferContent[Name]) => set_typed((before) => ({ ...before, [name]: value }));
  const send = () =>
    on_send({
      ...typed,
      countries: countries
        .split(/[\s,;]+/)
        .filter(Boolean)
        .map((code) => code.toUpperCase()),
    });
  const day = (name: "begins" | "ends" | "deadline", label: string) => (
    <TextField label={label} name={name} error={error} value={typed[name] ?? ""} on_change={(value) => set(name, value || null)} type="date" />
  );
  return (
    <Form on_submit={send} error={error} fields={FIELDS} button={words.save} busy={busy}>
      {children}
      <SelectField
        label={words.kind}
        name="kind"
        error={error}
        value={typed.kind}
        options={OFFER_KINDS.map((value) => ({ value, label: words.kind_name[value] }))}
        on_change={(value) => set("kind", value)}
      />
      <TextField label={words.topic} name="topic" error={error} value={typed.topic} on_change={(value) => set("topic", value)} required />
      <TextArea
        label={words.text}
        hint={words.text_hint}
        name="text"
        error={error}
        value={typed.text}
        on_change={(value) => set("text", value)}
        rows={6}
        required
      />
      <SelectField
        label={words.role}
        name="role"
        error={error}
        value={typed.role}
        options={PARTNER_ROLES.map((value) => ({ value, label: words.role_name[value] }))}
        on_change={(value) => set("role", value)}
      />
      <TextField
        label={words.wanted_in}
        hint={words.wanted_in_hint}
        name="countries"
        error={error}
        value={countries}
        on_change={set_countries}
      />
      <TextField
        label={words.programme}
        name="programme"
        error={error}
        value={typed.programme ?? ""}
        on_change={(value) => set("programme", value || null)}
      />
      {day("begins", words.begins)}
      {day("ends", words.ends)}
      {day("deadline", words.deadline)}
      <TextField
        label={words.days}
        hint={words.days_hint}
        name="days"
        error={error}
        value={String(typed.days)}
        on_change={(value) => set("days", Number(value))}
        type="number"
        min={1}
        max={180}
        required
      />
    </Form>
  );
}
