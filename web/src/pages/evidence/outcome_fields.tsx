import { OUTCOME_KINDS, type PilotDesign, type PilotOutcome } from "../../api/pilot_types";
import { useMessages } from "../../messages/messages";
import { SelectField, TextField } from "../../parts/form";

interface OutcomeFieldsProps {
  number: number;
  outcome: PilotOutcome;
  design: PilotDesign;
  error: unknown;
  on_change: (changed: Partial<PilotOutcome>) => void;
  on_remove?: () => void;
}

const FLAGS = ["is_primary", "is_attainment", "lower_is_better"] as const;

/** One outcome: what, with what, when, and how it is read. */
export function OutcomeFields({ number, outcome, design, error, on_change, on_remove }: OutcomeFieldsProps) {
  const t = useMessages();
  const text = (name: "name" | "instrument" | "timing") => (
    <TextField
      label={t.pilot.field[name]}
      name={`outcomes[${number - 1}].${name}`}
      error={error}
      value={outcome[name]}
      on_change={(value) => on_change({ [name]: value })}
    />
  );
  return (
    <fieldset>
      <legend>{t.pilot.field.outcome(number)}</legend>
      {text("name")}
      {text("instrument")}
      {text("timing")}
      {(design !== "single_group" || outcome.kind === "share") && (
        <SelectField
          label={t.pilot.field.kind}
          hint={t.pilot.kind_hint}
          name={`outcomes[${number - 1}].kind`}
          error={error}
          value={outcome.kind}
          options={OUTCOME_KINDS.map((value) => ({ value, label: t.pilot.kind[value] }))}
          on_change={(kind) => on_change({ kind })}
        />
      )}
      {FLAGS.map((flag) => (
        <label key={flag} className="check">
          <input type="checkbox" checked={outcome[flag]} onChange={(event) => on_change({ [flag]: event.target.checked })} /> {t.pilot.field[flag]}
        </label>
      ))}
      {on_remove && (
        <p>
          <button type="button" className="button" onClick={on_remove}>
            {t.pilot.remove_outcome}
          </button>
        </p>
      )}
    </fieldset>
  );
}
