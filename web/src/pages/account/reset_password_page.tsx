import { useMutation } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { send } from "../../api/client";
import { useMessages } from "../../messages/messages";
import { Form, TextField } from "../../parts/form";
import { usePageTitle } from "../../parts/page_title";
import { useLinkSecret } from "./use_link_secret";

export function ResetPasswordPage() {
  const t = useMessages();
  usePageTitle(t.account.reset);
  const secret = useLinkSecret();
  const [password, set_password] = useState("");
  const reset = useMutation({
    mutationFn: () => send("POST", "/api/v1/account/password-reset/completion", { secret, password }, null),
  });
  return (
    <div className="page-narrow">
      <h1>{t.account.reset}</h1>
      {secret === "" && <p>{t.account.no_secret}</p>}
      {reset.isSuccess && (
        <p className="done" role="status">
          {t.account.reset_done} <Link to="/sign-in">{t.account.sign_in}</Link>
        </p>
      )}
      {secret !== "" && !reset.isSuccess && (
        <Form on_submit={reset.mutate} error={reset.error} fields={["password"]} button={t.account.reset_button} busy={reset.isPending}>
          <TextField label={t.account.new_password} hint={t.account.password_hint} name="password" type="password" autoComplete="new-password" required error={reset.error} value={password} on_change={set_password} />
        </Form>
      )}
    </div>
  );
}
