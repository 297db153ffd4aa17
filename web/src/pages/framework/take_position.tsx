import { useState } from "react";
import { holds, useAccount } from "../../api/session";
import type { FrameworkVersion, PositionKind } from "../../api/types";
import { useFormat } from "../../format/use_format";
import { useMessages } from "../../messages/messages";
import { Form, SelectField, TextArea } from "../../parts/form";
import { useFrameworkWrite } from "./use_framework_write";

const REPRESENTATIVE = "member_state_representative";
const KINDS: readonly PositionKind[] = ["agree", "agree_with_reservation", "abstain", "object"];

/** For representatives of states, while positions are taken. */
export function TakePosition({ version }: { version: FrameworkVersion }) {
  const t = useMessages();
  const format = useFormat();
  const account = useAccount();
  const states = (account?.grants ?? []).filter((grant) => grant.role === REPRESENTATIVE).map((grant) => grant.scope);
  const [state, set_state] = useState<string>();
  const [kind, set_kind] = useState<PositionKind>("agree");
  const [text, set_text] = useState("");
  const take = useFrameworkWrite(() => set_text(""));
  const open = version.state === "consultation" || version.state === "final_proposal";
  if (!open || !holds(account, [REPRESENTATIVE])) return null;
  const chosen = state ?? states[0] ?? "";
  const submit = () => take.mutate({ path: `versions/${version.number}/positions`, body: { state: chosen, kind, text } });
  return (
    <>
      <h3>{t.framework.take_position}</h3>
      <Form on_submit={submit} error={take.error} fields={["state", "text"]} button={t.framework.take_position} busy={take.isPending}>
        <SelectField label={t.framework.column_country} name="state" error={take.error} value={chosen} options={states.map((value) => ({ value, label: format.country(value) ?? value }))} on_change={set_state} />
        <SelectField label={t.framework.column_position} name="kind" error={take.error} value={kind} options={KINDS.map((value) => ({ value, label: t.framework.position[value] }))} on_change={set_kind} />
        <TextArea label={t.framework.column_text} hint={t.framework.position_hint} name="text" error={take.error} value={text} on_change={set_text} />
      </Form>
    </>
  );
}
