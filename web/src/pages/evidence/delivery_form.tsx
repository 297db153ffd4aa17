import { useState } from "react";
import { usePilotWrite } from "../../api/pilot_queries";
import { COST_KINDS, type CostKind, type Pilot } from "../../api/pilot_types";
import { useMessages } from "../../messages/messages";
import { Form, SelectField, TextArea, TextField } from "../../parts/form";

/** As typed; an empty field is not told. */
interface CostLine {
  kind: CostKind;
  what: string;
  amount: string;
  hours: string;
}

const EMPTY: CostLine = { kind: "recurring", what: "", amount: "", hours: "" };
const ENTERED_IN = ["recruiting", "running", "data_locked", "analysed"];

const typed = (number: number | null | undefined) => (typeof number === "number" ? String(number) : "");
const told = (text: string) => (text.trim() === "" ? null : Number(text));

/** For the pilot's lead, until it is reported. */
export function DeliveryForm({ pilot }: { pilot: Pilot }) {
  const t = useMessages();
  const write = usePilotWrite();
  const { delivery } = pilot;
  const [lines, set_lines] = useState<CostLine[]>(
    delivery?.costs.map(({ kind, what, amount_eur, hours }) => ({ kind, what, amount: typed(amount_eur), hours: typed(hours) })) ?? [],
  );
  const [planned, set_planned] = useState(typed(delivery?.sessions_planned));
  const [delivered, set_delivered] = useState(typed(delivery?.sessions_delivered));
  const [context, set_context] = useState(delivery?.context ?? "");
  if (!ENTERED_IN.includes(pilot.state) || !pilot.your_roles.includes("pilot_lead")) return null;
  const change = (place: number, changed: Partial<CostLine>) => set_lines(lines.map((line, at) => (at === place ? { ...line, ...changed } : line)));
  const send = () =>
    write.mutate({
      method: "PUT",
      path: `/pilots/${pilot.id}/delivery`,
      body: {
        revision: pilot.revision,
        costs: lines.map(({ kind, what, amount, hours }) => ({ kind, what, amount_eur: told(amount), ...(kind === "staff_time" && { hours: told(hours) }) })),
        sessions_planned: told(planned),
        sessions_delivered: told(delivered),
        context,
      },
    });
  return (
    <details className="act-form">
      <summary>{t.pilot.enter_delivery}</summary>
      <p>{t.pilot.delivery_why}</p>
      <Form on_submit={send} error={write.error} fields={["sessions_planned", "sessions_delivered"]} button={t.pilot.save} busy={write.isPending}>
        {lines.map((line, place) => (
          <CostFields
            key={place}
            number={place + 1}
            line={line}
            error={write.error}
            on_change={(changed) => change(place, changed)}
            on_remove={() => set_lines(lines.filter((_, at) => at !== place))}
          />
        ))}
        <p>
          <button type="button" className="button" onClick={() => set_lines([...lines, EMPTY])}>
            {t.pilot.add_cost}
          </button>
        </p>
        <TextField label={t.pilot.sessions_planned} name="sessions_planned" error={write.error} value={planned} on_change={set_planned} type="number" min={1} step={1} />
        <TextField label={t.pilot.sessions_delivered} name="sessions_delivered" error={write.error} value={delivered} on_change={set_delivered} type="number" min={0} step={1} />
        <TextArea label={t.pilot.context} hint={t.pilot.context_hint} name="context" error={write.error} value={context} on_change={set_context} rows={3} />
      </Form>
    </details>
  );
}

interface CostFieldsProps {
  number: number;
  line: CostLine;
  error: unknown;
  on_change: (changed: Partial<CostLine>) => void;
  on_remove: () => void;
}

function CostFields({ number, line, error, on_change, on_remove }: CostFieldsProps) {
  const t = useMessages();
  const name = (field: string) => `costs[${number - 1}].${field}`;
  const is_time = line.kind === "staff_time";
  return (
    <fieldset>
      <legend>{t.pilot.cost_line(number)}</legend>
      <SelectField
        label={t.pilot.column_kind}
        name={name("kind")}
        error={error}
        value={line.kind}
        options={COST_KINDS.map((value) => ({ value, label: t.pilot.cost_kind[value] }))}
        on_change={(kind) => on_change({ kind })}
      />
      <TextField label={t.pilot.column_what} name={name("what")} error={error} value={line.what} on_change={(what) => on_change({ what })} required />
      {is_time && (
        <TextField label={t.pilot.hours} name={name("hours")} error={error} value={line.hours} on_change={(hours) => on_change({ hours })} type="number" min={0} step="any" required />
      )}
      <TextField
        label={is_time ? t.pilot.hourly_rate : t.pilot.amount}
        name={name("amount_eur")}
        error={error}
        value={line.amount}
        on_change={(amount) => on_change({ amount })}
        type="number"
        min={0}
        step={0.01}
        required
      />
      <p>
        <button type="button" className="button" onClick={on_remove}>
          {t.pilot.remove_cost}
        </button>
      </p>
    </fieldset>
  );
}
