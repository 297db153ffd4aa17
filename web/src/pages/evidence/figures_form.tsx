import { useState } from "react";
import { usePilotWrite } from "../../api/pilot_queries";
import type { Arm, OutcomeKind, Pilot } from "../../api/pilot_types";
import { useMessages } from "../../messages/messages";
import { Form, Refusal, TextField } from "../../parts/form";
import { takes_data } from "./takes_data";

const FIELDS = ["learners", "groups", "events", "mean_before", "deviation_before", "mean_after", "deviation_after"] as const;
type Field = (typeof FIELDS)[number];
type Figures = Partial<Record<Field, string>>;

/** Of each primary outcome and group its figures; for the pilot's lead. */
export function FiguresForm({ pilot }: { pilot: Pilot }) {
  const t = useMessages();
  const write = usePilotWrite();
  const { design, unit, outcomes } = pilot.protocol.content;
  const [figures, set_figures] = useState<Record<string, Figures>>({});
  if (!takes_data(pilot)) return null;
  const arms: Arm[] = design === "single_group" ? ["treated"] : ["treated", "control"];
  const needs_before = design === "single_group" || design === "pre_post_controlled";
  const is_asked = (field: Field, kind: OutcomeKind) => {
    if (field === "learners") return true;
    if (field === "groups") return unit !== "learner";
    if (kind === "share" || field === "events") return kind === "share" && field === "events";
    return needs_before || !field.endsWith("_before");
  };
  const places = outcomes.filter(({ is_primary }) => is_primary).flatMap(({ name, kind }) => arms.map((arm) => ({ outcome: name, arm, key: `${arm} ${name}`, asked: FIELDS.filter((field) => is_asked(field, kind)) })));
  const send = () =>
    write.mutate({
      method: "PUT",
      path: `/pilots/${pilot.id}/summaries`,
      body: {
        revision: pilot.revision,
        summaries: places.map(({ outcome, arm, key, asked }) => ({
          outcome,
          arm,
          ...Object.fromEntries(asked.map((field) => [field, Number(figures[key]?.[field] ?? "")])),
        })),
      },
    });
  return (
    <details className="act-form">
      <summary>{t.pilot.enter_figures}</summary>
      <Form on_submit={send} error={null} fields={[]} button={t.pilot.save} busy={write.isPending}>
        {places.map(({ outcome, arm, key, asked }) => (
          <fieldset key={key}>
            <legend>
              {outcome}: {t.pilot.arm[arm]}
            </legend>
            {asked.map((field) => (
              <TextField
                key={field}
                label={t.pilot[field]}
                name={`${key} ${field}`}
                error={null}
                value={figures[key]?.[field] ?? ""}
                on_change={(value) => set_figures({ ...figures, [key]: { ...figures[key], [field]: value } })}
                type="number"
                step="any"
                required
              />
            ))}
          </fieldset>
        ))}
        <Refusal error={write.error} />
      </Form>
    </details>
  );
}
