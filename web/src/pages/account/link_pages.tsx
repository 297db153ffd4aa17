// Pages of links that need nothing but a press: nothing happens by opening them alone, as programs that check mails open links too.
import { useMutation } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import type { OwnAccount } from "../../api/account_types";
import { send } from "../../api/client";
import { useSignedInAs } from "../../api/session";
import { useMessages } from "../../messages/messages";
import { Form } from "../../parts/form";
import { usePageTitle } from "../../parts/page_title";
import { useLinkSecret } from "./use_link_secret";

export function SignInLinkPage() {
  const t = useMessages();
  usePageTitle(t.account.link_sign_in);
  const secret = useLinkSecret();
  const signed_in_as = useSignedInAs();
  const navigate = useNavigate();
  const sign_in = useMutation({
    mutationFn: () => send<OwnAccount>("POST", "/api/v1/account/session/link", { secret }, null),
    onSuccess: (own) => {
      signed_in_as(own);
      void navigate({ to: "/account" });
    },
  });
  return (
    <div className="page-narrow">
      <h1>{t.account.link_sign_in}</h1>
      <p>{secret === "" ? t.account.no_secret : t.account.link_sign_in_why}</p>
      {secret !== "" && (
        <Form on_submit={sign_in.mutate} error={sign_in.error} fields={[]} button={t.account.sign_in} busy={sign_in.isPending}>
          {null}
        </Form>
      )}
    </div>
  );
}

export function ConfirmMailPage() {
  const t = useMessages();
  usePageTitle(t.account.confirm_mail);
  const secret = useLinkSecret();
  const confirm = useMutation({ mutationFn: () => send("POST", "/api/v1/account/mail/confirmation", { secret }, null) });
  return (
    <div className="page-narrow">
      <h1>{t.account.confirm_mail}</h1>
      {secret === "" && <p>{t.account.no_secret}</p>}
      {confirm.isSuccess && (
        <p className="done" role="status">
          {t.account.confirm_mail_done} <Link to="/account">{t.account.your_account}</Link>
        </p>
      )}
      {secret !== "" && !confirm.isSuccess && (
        <Form on_submit={confirm.mutate} error={confirm.error} fields={[]} button={t.account.confirm_mail_button} busy={confirm.isPending}>
          {null}
        </Form>
      )}
    </div>
  );
}
