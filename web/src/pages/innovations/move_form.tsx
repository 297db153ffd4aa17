import { useState } from "react";
import { useInnovationWrite } from "../../api/innovation_queries";
import type { Condition, Innovation, NextAct } from "../../api/innovation_types";
import { holds, useAccount } from "../../api/session";
import { useMessages } from "../../messages/messages";
import { Form, SelectField, TextArea, TextField } from "../../parts/form";
import { ConditionFields, NO_CONDITION, condition_field_names } from "./condition_fields";

interface MoveFormProps {
  innovation: Innovation;
  /** Those that the reader may take. */
  acts: NextAct[];
}

/** A decision with its reasons and what else it states. Where the gate's rule stands against it, it becomes an override that a second person confirms. */
export function MoveForm({ innovation, acts }: MoveFormProps) {
  const t = useMessages();
  const account = useAccount();
  const may = acts.filter(({ act }) => act !== "take_up" || holds(account, ["member_state_representative"]));
  const [chosen, set_chosen] = useState("");
  const [reasons, set_reasons] = useState("");
  const [evidence, set_evidence] = useState("");
  const [target, set_target] = useState("");
  const [authority, set_authority] = useState("");
  const [in_force, set_in_force] = useState("");
  const [conditions, set_conditions] = useState<Condition[]>([NO_CONDITION]);
  const write = useInnovationWrite(innovation.id);
  if (!account || may.length === 0) return null;

  const next = may.find(({ act }) => act === chosen) ?? may[0]!;
  const states = (need: string) => next.to_state.includes(need);
  const is_override = next.is_gated && next.missing.includes("gate_rule") && next.missing.length === 1 && innovation.gate?.is_open === false;
  const own_state = account.grants.find(({ role }) => role === "member_state_representative")?.scope ?? "";
  const send = () =>
    write.mutate({
      path: "/moves",
      body: {
        revision: innovation.revision,
        act: next.act,
        reasons,
        evidence: evidence.split("\n").map((line) => line.trim()).filter(Boolean),
        ...(states("merge_target") && { merge_target: Number(target) }),
        ...(states("conditions") && { conditions }),
        ...(states("competent_authority") && { competent_authority: authority, state: own_state }),
        ...(states("decision_in_force") && { in_force_from: in_force }),
        ...(is_override && { override: true }),
      },
    });
  const { error } = write;
  return (
    <details className="act-form">
      <summary>{t.innovation.decide}</summary>
      <Form on_submit={send} error={error} fields={["merge_target", "reasons", ...condition_field_names(conditions)]} button={is_override ? t.innovation.propose_override : t.innovation.do_it} busy={write.isPending}>
        <SelectField
          label={t.innovation.what_to_do}
          name="act"
          error={error}
          value={next.act}
          options={may.map(({ act }) => ({ value: act, label: t.innovation.act[act] }))}
          on_change={set_chosen}
        />
        {next.missing.length > 0 && (
          <p className="still-missing">
            {t.innovation.missing} {next.missing.map((need) => (t.innovation.need as Record<string, string>)[need] ?? need).join(", ")}.
          </p>
        )}
        {is_override && <p>{t.innovation.override_why}</p>}
        <TextArea label={t.innovation.reasons} hint={t.innovation.reasons_hint} name="reasons" error={error} value={reasons} on_change={set_reasons} required />
        {states("merge_target") && (
          <TextField label={t.innovation.merge_target} name="merge_target" error={error} value={target} on_change={set_target} inputMode="numeric" required />
        )}
        {states("conditions") && <ConditionFields conditions={conditions} error={error} on_change={set_conditions} />}
        {states("competent_authority") && (
          <TextField label={t.innovation.authority} name="competent_authority" error={error} value={authority} on_change={set_authority} required />
        )}
        {states("decision_in_force") && (
          <TextField label={t.innovation.in_force} name="in_force_from" error={error} value={in_force} on_change={set_in_force} type="date" required />
        )}
        {next.is_gated && <TextArea label={t.innovation.evidence_considered} hint={t.innovation.evidence_hint} name="evidence" error={error} value={evidence} on_change={set_evidence} />}
      </Form>
    </details>
  );
}
