import { useState, type ReactNode } from "react";
import type { NextStep } from "../../api/pilot_types";
import { useMessages } from "../../messages/messages";
import { Form, SelectField, TextArea } from "../../parts/form";

interface StepListProps<Act extends string, State extends string, Need extends string> {
  next: NextStep<Act, State, Need>[];
  your_roles: string[];
  act_name: Record<Act, string>;
  state_name: Record<State, string>;
  need_name: Record<Need, string>;
  /** Sends the chosen step. */
  on_send: (act: Act, reasons: string) => void;
  error: unknown;
  busy: boolean;
  /** What is done elsewhere, as it needs more than reasons. */
  elsewhere?: readonly Act[];
  children?: ReactNode;
}

/** What can be done next, who must act, and what is missing before; whoever may, does it here. */
export function StepList<Act extends string, State extends string, Need extends string>(props: StepListProps<Act, State, Need>) {
  const t = useMessages();
  const { next, your_roles, act_name, state_name, need_name, elsewhere = [] } = props;
  const mine = next.filter(({ act, who }) => !elsewhere.includes(act) && who.some((role) => your_roles.includes(role)));
  return (
    <section aria-labelledby="next">
      <h2 id="next">{t.pilot.next}</h2>
      {next.length === 0 && <p>{t.pilot.next_none}</p>}
      <ul className="next-steps">
        {next.map(({ act, to, who, missing }) => (
          <li key={act}>
            <strong>{act_name[act]}</strong> {t.pilot.leads_to(state_name[to])} ·{" "}
            {t.pilot.by_whom(who.map((role) => t.account.role_name[role] ?? role).join(", "))}
            {missing.length > 0 && (
              <span className="still-missing">
                {t.pilot.missing} {missing.map((need) => need_name[need]).join(", ")}.
              </span>
            )}
          </li>
        ))}
      </ul>
      {props.children}
      {mine.length > 0 && <StepForm {...props} next={mine} />}
    </section>
  );
}

function StepForm<Act extends string, State extends string, Need extends string>({
  next,
  act_name,
  on_send,
  error,
  busy,
}: StepListProps<Act, State, Need>) {
  const t = useMessages();
  const [chosen, set_chosen] = useState<Act>(next[0]!.act);
  const [reasons, set_reasons] = useState("");
  const step = next.find(({ act }) => act === chosen) ?? next[0]!;
  return (
    <Form on_submit={() => on_send(step.act, reasons)} error={error} fields={[]} button={t.pilot.do_it} busy={busy}>
      <SelectField
        label={t.pilot.step}
        name="act"
        error={error}
        value={step.act}
        options={next.map(({ act }) => ({ value: act, label: act_name[act] }))}
        on_change={set_chosen}
      />
      {(step.to_state as string[]).includes("reasons") && (
        <TextArea label={t.pilot.field.reasons} hint={t.pilot.reasons_hint} name="reasons" error={error} value={reasons} on_change={set_reasons} required />
      )}
    </Form>
  );
}
