import { useState } from "react";
import { holds, useAccount } from "../../api/session";
import type { Amendment, AmendmentState } from "../../api/types";
import { useMessages } from "../../messages/messages";
import { Form, Refusal, SelectField, TextArea, TextField } from "../../parts/form";
import { useFrameworkWrite } from "./use_framework_write";

const STEWARD = "framework_steward";
/** What a steward may do with it; who proposed it may withdraw it. */
const ACTS: Partial<Record<AmendmentState, readonly string[]>> = {
  open: ["debate", "merge", "withdraw"],
  debated: ["accept", "reject", "merge", "withdraw"],
};

export function AmendmentActs({ amendment }: { amendment: Amendment }) {
  const t = useMessages();
  const account = useAccount();
  const support = useFrameworkWrite();
  const acts = ACTS[amendment.state];
  if (!account || !acts) return null;
  const may = holds(account, [STEWARD]) ? acts : ["withdraw"];
  return (
    <>
      <p>
        <button type="button" className="button button-small" onClick={() => support.mutate({ path: `amendments/${amendment.id}/supporters` })}>
          {t.framework.support}
        </button>
      </p>
      <Refusal error={support.error} />
      <details>
        <summary>{t.framework.settle}</summary>
        <Settle amendment={amendment} acts={may} />
      </details>
    </>
  );
}

function Settle({ amendment, acts }: { amendment: Amendment; acts: readonly string[] }) {
  const t = useMessages();
  const [act, set_act] = useState(acts[0] ?? "");
  const [reasons, set_reasons] = useState("");
  const [target, set_target] = useState("");
  const settle = useFrameworkWrite(() => set_reasons(""));
  const chosen = acts.includes(act) ? act : (acts[0] ?? "");
  const submit = () =>
    settle.mutate({
      path: `amendments/${amendment.id}/moves`,
      body: { revision: amendment.revision, act: chosen, reasons, ...(chosen === "merge" && { merge_into: Number(target) }) },
    });
  const options = acts.map((value) => ({ value, label: t.framework.amendment_act[value] ?? value }));
  return (
    <Form on_submit={submit} error={settle.error} fields={["reasons", "merge_into"]} button={t.framework.settle} busy={settle.isPending}>
      <SelectField label={t.framework.settle_how} name="act" error={settle.error} value={chosen} options={options} on_change={set_act} />
      {chosen === "merge" && (
        <TextField label={t.framework.merge_into} name="merge_into" type="number" min={1} required error={settle.error} value={target} on_change={set_target} />
      )}
      <TextArea label={t.framework.reasons} name="reasons" error={settle.error} value={reasons} on_change={set_reasons} />
    </Form>
  );
}
