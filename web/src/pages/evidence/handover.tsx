import { useState } from "react";
import { usePilotWrite } from "../../api/pilot_queries";
import type { Pilot } from "../../api/pilot_types";
import { useFormat } from "../../format/use_format";
import { useMessages } from "../../messages/messages";
import { Form, SelectField, TextArea } from "../../parts/form";

/** Who led the pilot before, and, for whoever may, to whom it is handed over. */
export function Handover({ pilot }: { pilot: Pilot }) {
  const t = useMessages();
  const format = useFormat();
  return (
    <>
      {pilot.may_lead.length > 0 && <HandoverForm pilot={pilot} />}
      {pilot.handovers.length > 0 && (
        <section aria-labelledby="handovers">
          <h2 id="handovers">{t.pilot.handed_over}</h2>
          <ul>
            {pilot.handovers.map(({ from, to, reasons, at }) => (
              <li key={at}>
                {format.date(at.slice(0, 10))}
                {from && to && <> · {t.pilot.handed(from, to)}</>}: {reasons}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function HandoverForm({ pilot }: { pilot: Pilot }) {
  const t = useMessages();
  const write = usePilotWrite();
  const people = pilot.may_lead.map(({ person, name }) => ({ value: String(person), label: name ?? String(person) }));
  const [to, set_to] = useState(people[0]!.value);
  const [reasons, set_reasons] = useState("");
  const chosen = people.find(({ value }) => value === to) ?? people[0]!;
  const send = () =>
    write.mutate({ path: `/pilots/${pilot.id}/handovers`, body: { revision: pilot.revision, to: Number(chosen.value), reasons } });
  return (
    <details className="act-form">
      <summary>{t.pilot.hand_over}</summary>
      <p>{t.pilot.hand_over_why}</p>
      <Form on_submit={send} error={write.error} fields={["to", "reasons"]} button={t.pilot.hand_over} busy={write.isPending}>
        <SelectField label={t.pilot.new_lead} name="to" error={write.error} value={chosen.value} options={people} on_change={set_to} />
        <TextArea label={t.pilot.field.reasons} name="reasons" error={write.error} value={reasons} on_change={set_reasons} required />
      </Form>
    </details>
  );
}
