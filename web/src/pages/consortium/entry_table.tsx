import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { Entry } from "../../api/consortium_queries";
import { contacts_query } from "../../api/partnership_queries";
import type { Contact } from "../../api/partnership_types";
import { useFormat } from "../../format/use_format";
import { useMessages } from "../../messages/messages";
import { Reach } from "../partnership/reach";
import { FIRST_SCORE } from "./add_entry";
import { COUNTRIES } from "./countries";
import type { Consortium } from "./use_consortium";

interface EntryTableProps {
  caption: string;
  entries: Entry[];
  types: string[];
  roles: string[];
  consortium: Consortium;
  /** Called when a row goes away, with what became of it. */
  on_gone: (what: string) => void;
}

/** Organisations, each thing that rules ask about in a field of its own. Nothing chosen is unknown. */
export function EntryTable({ caption, entries, ...shared }: EntryTableProps) {
  const t = useMessages();
  const has_scores = entries.some(({ score }) => score !== null);
  const { column } = t.consortium;
  const { data: contacts } = useQuery(contacts_query(entries.flatMap(({ organisation }) => number_in(organisation) ?? [])));
  return (
    <div className="table-scroll" tabIndex={0} role="group" aria-label={caption}>
      <table className="table consortium-table">
        <caption className="only-read">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{column.name}</th>
            <th scope="col">{column.country}</th>
            <th scope="col">{column.type}</th>
            <th scope="col">{column.role}</th>
            <th scope="col">{column.budget}</th>
            <th scope="col">{column.newcomer}</th>
            {has_scores && <th scope="col">{column.score}</th>}
            <th scope="col">{column.actions}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <Row key={entry.key} entry={entry} contact={contacts?.get(number_in(entry.organisation) ?? 0)} {...shared} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Of "12-name"; null for who was typed in by hand. */
function number_in(organisation: string | null): number | null {
  return organisation === null ? null : Number(organisation.split("-")[0]);
}

type RowProps = Omit<EntryTableProps, "caption" | "entries"> & { entry: Entry; contact: Contact | undefined };

function Row({ entry, contact, types, roles, consortium, on_gone }: RowProps) {
  const t = useMessages();
  const format = useFormat();
  const { column } = t.consortium;
  const { key, name, score } = entry;
  const edit = (changes: Partial<Entry>) => consortium.edit(key, changes);
  const label = (what: string) => t.consortium.field_of(what, name);
  const is_candidate = score !== null;
  const change_list = () => {
    edit(is_candidate ? { score: null, role: entry.role ?? "partner" } : { score: FIRST_SCORE, role: null });
    on_gone(is_candidate ? t.consortium.taken_in(name) : t.consortium.now_candidate(name));
  };
  const remove = () => {
    consortium.remove(key);
    on_gone(t.consortium.removed(name));
  };
  const countries = COUNTRIES.map((code) => ({ value: code, label: format.country(code) })).sort((a, b) => a.label.localeCompare(b.label, t.locale));
  return (
    <tr>
      <th scope="row">
        {entry.organisation === null ? (
          name
        ) : (
          <Link to="/organisations/$id" params={{ id: entry.organisation }}>
            {name}
          </Link>
        )}
        {contact && <Reach contact={contact} name={name} />}
      </th>
      <td>
        <Choice label={label(column.country)} value={entry.country} options={countries} on_change={(country) => edit({ country })} />
      </td>
      <td>
        <Choice
          label={label(column.type)}
          value={entry.type}
          options={types.map((type) => ({ value: type, label: t.organisation_type[type] ?? type }))}
          on_change={(type) => edit({ type })}
        />
      </td>
      <td>
        <Choice
          label={label(column.role)}
          value={entry.role}
          options={roles.map((role) => ({ value: role, label: t.role[role] ?? role }))}
          on_change={(role) => edit({ role })}
          unknown={is_candidate ? t.consortium.any_role : undefined}
        />
      </td>
      <td>
        <NumberField label={label(column.budget)} value={entry.budget_eur} highest={1e10} on_change={(budget_eur) => edit({ budget_eur })} />
      </td>
      <td>
        <Choice
          label={label(column.newcomer)}
          value={entry.newcomer === null ? null : entry.newcomer ? "yes" : "no"}
          options={[
            { value: "yes", label: t.consortium.yes },
            { value: "no", label: t.consortium.no },
          ]}
          on_change={(newcomer) => edit({ newcomer: newcomer === null ? null : newcomer === "yes" })}
        />
      </td>
      {is_candidate && (
        <td>
          <NumberField label={label(column.score)} value={score} highest={1} step={0.05} on_change={(value) => edit({ score: value ?? 0 })} />
        </td>
      )}
      <td className="consortium-actions">
        <button
          type="button"
          className="button button-small"
          aria-label={is_candidate ? t.consortium.take_in(name) : t.consortium.make_candidate(name)}
          onClick={change_list}
        >
          {is_candidate ? t.consortium.take_in_short : t.consortium.make_candidate_short}
        </button>
        <button type="button" className="button button-small" aria-label={t.consortium.remove(name)} onClick={remove}>
          {t.consortium.remove_short}
        </button>
      </td>
    </tr>
  );
}

interface ChoiceProps {
  label: string;
  value: string | null;
  options: { value: string; label: string }[];
  on_change: (value: string | null) => void;
  unknown?: string | undefined;
}

function Choice({ label, value, options, on_change, unknown }: ChoiceProps) {
  const t = useMessages();
  return (
    <select aria-label={label} value={value ?? ""} onChange={(event) => on_change(event.target.value || null)}>
      <option value="">{unknown ?? t.consortium.not_said}</option>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}

interface NumberFieldProps {
  label: string;
  value: number | null;
  highest: number;
  step?: number;
  on_change: (value: number | null) => void;
}

function NumberField({ label, value, highest, step, on_change }: NumberFieldProps) {
  return (
    <input
      type="number"
      aria-label={label}
      min={0}
      max={highest}
      step={step ?? "any"}
      value={value ?? ""}
      onChange={(event) => {
        const number = event.target.valueAsNumber;
        if (Number.isNaN(number)) on_change(null);
        else if (number >= 0 && number <= highest) on_change(number);
      }}
    />
  );
}
