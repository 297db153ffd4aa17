// The page of the link that a sign-up is answered by: name and password, and the account is open.
import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import type { OwnAccount } from "../../api/account_types";
import { send } from "../../api/client";
import { useSignedInAs } from "../../api/session";
import { useMessages } from "../../messages/messages";
import { Form, TextField } from "../../parts/form";
import { usePageTitle } from "../../parts/page_title";
import { useLinkSecret } from "./use_link_secret";

export function ConfirmPage() {
  const t = useMessages();
  usePageTitle(t.account.confirm);
  const secret = useLinkSecret();
  const [name, set_name] = useState("");
  const [password, set_password] = useState("");
  const signed_in_as = useSignedInAs();
  const navigate = useNavigate();
  const confirm = useMutation({
    mutationFn: () => send<OwnAccount>("POST", "/api/v1/account/confirmation", { secret, name, password }, null),
    onSuccess: (own) => {
      signed_in_as(own);
      void navigate({ to: "/account" });
    },
  });
  return (
    <div className="page-narrow">
      <h1>{t.account.confirm}</h1>
      {secret === "" ? (
        <p>{t.account.no_secret}</p>
      ) : (
        <>
          <p>{t.account.confirm_why}</p>
          <Form on_submit={confirm.mutate} error={confirm.error} fields={["name", "password"]} button={t.account.confirm} busy={confirm.isPending}>
            <TextField label={t.account.name} hint={t.account.name_hint} name="name" autoComplete="name" required error={confirm.error} value={name} on_change={set_name} />
            <TextField label={t.account.password} hint={t.account.password_hint} name="password" type="password" autoComplete="new-password" required error={confirm.error} value={password} on_change={set_password} />
          </Form>
        </>
      )}
    </div>
  );
}
