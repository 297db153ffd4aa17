import type { Condition } from "../../api/innovation_types";
import { useMessages } from "../../messages/messages";
import { TextField } from "../../parts/form";

export const NO_CONDITION: Condition = { text: "", due: "" };

/** The names under which the server refuses the fields below. */
export function condition_field_names(conditions: readonly Condition[]): string[] {
  return conditions.flatMap((_, place) => [`conditions[${place}].text`, `conditions[${place}].due`]);
}

interface ConditionFieldsProps {
  /** At least one. */
  conditions: readonly Condition[];
  error: unknown;
  on_change: (conditions: Condition[]) => void;
}

/** Any number of conditions, each with the day until which it has to be met. */
export function ConditionFields({ conditions, error, on_change }: ConditionFieldsProps) {
  const t = useMessages();
  const change = (place: number, part: Partial<Condition>) =>
    on_change(conditions.map((condition, at) => (at === place ? { ...condition, ...part } : condition)));
  return (
    <>
      {conditions.map(({ text, due }, place) => (
        <fieldset key={place} className="condition-fields">
          <legend>{t.innovation.condition_number(place + 1)}</legend>
          <TextField
            label={t.innovation.condition}
            name={`conditions[${place}].text`}
            error={error}
            value={text}
            on_change={(typed) => change(place, { text: typed })}
            required
          />
          <TextField
            label={t.innovation.due}
            name={`conditions[${place}].due`}
            error={error}
            value={due}
            on_change={(day) => change(place, { due: day })}
            type="date"
            required
          />
          {conditions.length > 1 && (
            <button type="button" className="button" onClick={() => on_change(conditions.filter((_, at) => at !== place))}>
              {t.innovation.remove_condition(place + 1)}
            </button>
          )}
        </fieldset>
      ))}
      <p>
        <button type="button" className="button" onClick={() => on_change([...conditions, NO_CONDITION])}>
          {t.innovation.add_condition}
        </button>
      </p>
    </>
  );
}
