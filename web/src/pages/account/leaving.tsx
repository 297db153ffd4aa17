import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import type { Account } from "../../api/account_types";
import { useSend, useSignedInAs, VISITOR } from "../../api/session";
import { useMessages } from "../../messages/messages";
import { Form, TextField } from "../../parts/form";

export function Leaving({ account }: { account: Account }) {
  const t = useMessages();
  const [sure, set_sure] = useState(false);
  return (
    <section aria-labelledby="leaving">
      <h2 id="leaving">{t.account.leave}</h2>
      <p>
        <a href="/api/v1/account/export" download>
          {t.account.export}
        </a>
      </p>
      <p>{t.account.erase_why}</p>
      {sure ? (
        <Erase account={account} on_cancel={() => set_sure(false)} />
      ) : (
        <button type="button" className="button" onClick={() => set_sure(true)}>
          {t.account.erase}
        </button>
      )}
    </section>
  );
}

function Erase({ account, on_cancel }: { account: Account; on_cancel: () => void }) {
  const t = useMessages();
  const send = useSend();
  const navigate = useNavigate();
  const signed_in_as = useSignedInAs();
  const [password, set_password] = useState("");
  const erase = useMutation({
    mutationFn: () => send("POST", "/api/v1/account/erasure", { password }),
    onSuccess: () => {
      signed_in_as(VISITOR);
      void navigate({ to: "/", search: {} });
    },
  });
  return (
    <>
      <Form on_submit={erase.mutate} error={erase.error} fields={["password"]} button={t.account.erase_confirm} busy={erase.isPending}>
        {account.has_password && (
          <TextField label={t.account.present_password} name="password" type="password" autoComplete="current-password" required error={erase.error} value={password} on_change={set_password} />
        )}
      </Form>
      <button type="button" className="button" onClick={on_cancel}>
        {t.account.cancel}
      </button>
    </>
  );
}
