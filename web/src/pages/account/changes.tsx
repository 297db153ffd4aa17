// Another password, another mail address.
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import type { Account } from "../../api/account_types";
import { useSend } from "../../api/session";
import { useMessages } from "../../messages/messages";
import { Form, TextField } from "../../parts/form";

export function ChangePassword({ account }: { account: Account }) {
  const t = useMessages();
  const send = useSend();
  const [present, set_present] = useState("");
  const [wanted, set_wanted] = useState("");
  const change = useMutation({
    mutationFn: () => send("POST", "/api/v1/account/password", { password: present, new_password: wanted }),
    onSuccess: () => {
      set_present("");
      set_wanted("");
    },
  });
  return (
    <section aria-labelledby="change-password">
      <h2 id="change-password">{t.account.change_password}</h2>
      {change.isSuccess && <Changed />}
      <Form on_submit={change.mutate} error={change.error} fields={["password", "new_password"]} button={t.account.change_password} busy={change.isPending}>
        {account.has_password && (
          <TextField label={t.account.present_password} name="password" type="password" autoComplete="current-password" required error={change.error} value={present} on_change={set_present} />
        )}
        <TextField label={t.account.new_password} hint={t.account.password_hint} name="new_password" type="password" autoComplete="new-password" required error={change.error} value={wanted} on_change={set_wanted} />
      </Form>
    </section>
  );
}

export function ChangeMail({ account }: { account: Account }) {
  const t = useMessages();
  const send = useSend();
  const [mail, set_mail] = useState("");
  const [password, set_password] = useState("");
  const change = useMutation({ mutationFn: () => send("POST", "/api/v1/account/mail", { mail, password }) });
  return (
    <section aria-labelledby="change-mail">
      <h2 id="change-mail">{t.account.change_mail}</h2>
      <p>{t.account.change_mail_why}</p>
      {change.isSuccess ? (
        <p className="done" role="status">
          {t.account.mail_sent_why(mail)}
        </p>
      ) : (
        <Form on_submit={change.mutate} error={change.error} fields={["mail", "password"]} button={t.account.change_mail} busy={change.isPending}>
          <TextField label={t.account.mail} name="mail" type="email" autoComplete="email" required error={change.error} value={mail} on_change={set_mail} />
          {account.has_password && (
            <TextField label={t.account.present_password} name="password" type="password" autoComplete="current-password" required error={change.error} value={password} on_change={set_password} />
          )}
        </Form>
      )}
    </section>
  );
}

function Changed() {
  const t = useMessages();
  return (
    <p className="done" role="status">
      {t.account.changed}
    </p>
  );
}
