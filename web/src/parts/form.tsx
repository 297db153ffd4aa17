// What forms are made of: fields with their hints and what is wrong with them, and the refusal of the whole.
import { useId, type FormEvent, type InputHTMLAttributes, type ReactNode, type TextareaHTMLAttributes } from "react";
import { ApiError } from "../api/client";
import type { Messages } from "../messages/en";
import { useMessages } from "../messages/messages";
import { told_in_own_language } from "./failure";
import "./form.css";

interface FormProps {
  on_submit: () => void;
  error: unknown;
  /** Fields that say themselves what is wrong with them; a refusal of another is shown at the end. */
  fields: readonly string[];
  children: ReactNode;
  button: string;
  busy: boolean;
}

export function Form({ on_submit, error, fields, children, button, busy }: FormProps) {
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!busy) on_submit();
  };
  return (
    <form className="form" onSubmit={submit}>
      {children}
      <Refusal error={fields.includes(field_of(error)) ? null : error} />
      <p>
        <button type="submit" className="button button-strong" aria-disabled={busy}>
          {button}
        </button>
      </p>
    </form>
  );
}

/** Which field the server refused; empty: none. */
export function field_of(error: unknown): string {
  return error instanceof ApiError ? (error.problem.parameter ?? "") : "";
}

export function Refusal({ error }: { error: unknown }) {
  const t = useMessages();
  if (!error) return null;
  return (
    <p className="refusal" role="alert">
      {refusal_words(error, t)}
    </p>
  );
}

function refusal_words(error: unknown, t: Messages): string {
  if (!(error instanceof ApiError)) return String(error);
  if (error.status === 0) return t.failure.unreachable;
  if (error.status >= 500) return t.failure.broken(error.status);
  if (error.status === 429 && !error.problem.reason) return t.failure.throttled;
  return told_in_own_language(error.problem, t);
}

interface FieldProps {
  label: string;
  hint?: string;
  /** The server's name of the field: its refusal stands here. */
  name: string;
  error: unknown;
  value: string;
  on_change: (value: string) => void;
}

type InputProps = FieldProps & Omit<InputHTMLAttributes<HTMLInputElement>, keyof FieldProps | "onChange">;

export function TextField({ label, hint, name, error, value, on_change, ...input }: InputProps) {
  const { id, described, hint_and_refusal, refused } = useField(hint, name, error);
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        {...input}
        id={id}
        name={name}
        value={value}
        aria-describedby={described}
        aria-invalid={refused || undefined}
        onChange={(event) => on_change(event.target.value)}
      />
      {hint_and_refusal}
    </div>
  );
}

type AreaProps = FieldProps & Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, keyof FieldProps | "onChange">;

export function TextArea({ label, hint, name, error, value, on_change, ...area }: AreaProps) {
  const { id, described, hint_and_refusal, refused } = useField(hint, name, error);
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <textarea
        rows={3}
        {...area}
        id={id}
        name={name}
        value={value}
        aria-describedby={described}
        aria-invalid={refused || undefined}
        onChange={(event) => on_change(event.target.value)}
      />
      {hint_and_refusal}
    </div>
  );
}

interface SelectProps<Value extends string> extends Omit<FieldProps, "value" | "on_change"> {
  value: Value;
  options: readonly { value: Value; label: string }[];
  on_change: (value: Value) => void;
}

export function SelectField<Value extends string>({ label, hint, name, error, value, options, on_change }: SelectProps<Value>) {
  const { id, described, hint_and_refusal, refused } = useField(hint, name, error);
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        name={name}
        value={value}
        aria-describedby={described}
        aria-invalid={refused || undefined}
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.target.value);
          if (chosen) on_change(chosen.value);
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      {hint_and_refusal}
    </div>
  );
}

function useField(hint: string | undefined, name: string, error: unknown) {
  const t = useMessages();
  const id = useId();
  const refused = field_of(error) === name;
  const described = [hint && `${id}-hint`, refused && `${id}-refusal`].filter(Boolean).join(" ") || undefined;
  const hint_and_refusal = (
    <>
      {hint && (
        <p className="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {refused && (
        <p className="refusal" id={`${id}-refusal`} role="alert">
          {refusal_words(error, t)}
        </p>
      )}
    </>
  );
  return { id, described, hint_and_refusal, refused };
}
