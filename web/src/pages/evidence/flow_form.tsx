import { useState } from "react";
import { usePilotWrite } from "../../api/pilot_queries";
import type { Arm, Pilot } from "../../api/pilot_types";
import { useMessages } from "../../messages/messages";
import { Form, TextField } from "../../parts/form";
import { takes_data } from "./takes_data";

const STEPS = ["assigned", "started", "measured", "analysed"] as const;
type Counts = Record<(typeof STEPS)[number], string>;
const NONE: Counts = { assigned: "", started: "", measured: "", analysed: "" };

/** For the pilot's lead. */
export function FlowForm({ pilot }: { pilot: Pilot }) {
  const t = useMessages();
  const write = usePilotWrite();
  const arms: Arm[] = pilot.protocol.content.design === "single_group" ? ["treated"] : ["treated", "control"];
  const known = (arm: Arm): Counts => {
    const flow = pilot.flow.find((one) => one.arm === arm);
    if (!flow) return NONE;
    const text = (learners: number | null) => (learners === null ? "" : String(learners));
    return { assigned: text(flow.assigned), started: text(flow.started), measured: text(flow.measured), analysed: text(flow.analysed) };
  };
  const [counts, set_counts] = useState<Record<Arm, Counts>>({ treated: known("treated"), control: known("control") });
  if (!takes_data(pilot)) return null;
  const sent = (arm: Arm) => Object.fromEntries(STEPS.map((step) => [step, Number(counts[arm][step])]));
  const send = () =>
    write.mutate({
      method: "PUT",
      path: `/pilots/${pilot.id}/flow`,
      body: { revision: pilot.revision, treated: [sent("treated")], control: arms.includes("control") ? [sent("control")] : [] },
    });
  return (
    <details className="act-form">
      <summary>{t.pilot.enter_flow}</summary>
      <Form on_submit={send} error={write.error} fields={[]} button={t.pilot.save} busy={write.isPending}>
        {arms.map((arm) => (
          <fieldset key={arm}>
            <legend>{t.pilot.arm[arm]}</legend>
            {STEPS.map((step) => (
              <TextField
                key={step}
                label={t.pilot.flow_step[step]}
                name={`${arm}.${step}`}
                error={write.error}
                value={counts[arm][step]}
                on_change={(value) => set_counts({ ...counts, [arm]: { ...counts[arm], [step]: value } })}
                type="number"
                min={0}
                step={1}
                required
              />
            ))}
          </fieldset>
        ))}
      </Form>
    </details>
  );
}
