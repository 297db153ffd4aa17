import { useState } from "react";
import { holds, useAccount } from "../../api/session";
import type { FrameworkVersion } from "../../api/types";
import { useMessages } from "../../messages/messages";
import { Form, TextArea } from "../../parts/form";
import { useFrameworkWrite } from "./use_framework_write";

/** What can be done with a version, by whom, and what is missing before; whoever may do it does it here. */
export function NextActs({ version }: { version: FrameworkVersion }) {
  const t = useMessages();
  const account = useAccount();
  return (
    <section aria-labelledby="next" className="next-acts">
      <h2 id="next">{t.framework.next}</h2>
      {version.next.length === 0 && <p>{t.framework.next_none}</p>}
      <ul>
        {version.next.map((next) => (
          <li key={next.act}>
            <strong>{t.framework.act[next.act] ?? next.act}</strong>{" "}
            {t.framework.next_who(next.who.map((role) => t.framework.who[role] ?? role).join(", "))}
            {". "}
            {next.missing.length === 0
              ? t.framework.nothing_missing
              : `${t.framework.missing} ${next.missing.map((need) => t.framework.need[need] ?? need).join(", ")}.`}
            {holds(account, next.who) && <DoAct version={version} act={next.act} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

function DoAct({ version, act }: { version: FrameworkVersion; act: string }) {
  const t = useMessages();
  const [open, set_open] = useState(false);
  const [reasons, set_reasons] = useState("");
  const move = useFrameworkWrite(() => set_open(false));
  if (!open) {
    return (
      <p>
        <button type="button" className="button button-small" onClick={() => set_open(true)}>
          {t.framework.act[act] ?? act}
        </button>
      </p>
    );
  }
  const submit = () =>
    move.mutate({ path: `versions/${version.number}/moves`, body: { revision: version.revision, act, reasons } });
  return (
    <Form on_submit={submit} error={move.error} fields={["reasons"]} button={t.framework.act[act] ?? act} busy={move.isPending}>
      <TextArea label={t.framework.reasons} name="reasons" error={move.error} value={reasons} on_change={set_reasons} />
    </Form>
  );
}
