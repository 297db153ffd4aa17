import { useMutation } from "@tanstack/react-query";
import { Link, useNavigate, useRouter } from "@tanstack/react-router";
import { useState } from "react";
import type { OwnAccount } from "../../api/account_types";
import { send } from "../../api/client";
import { useSignedInAs } from "../../api/session";
import { useMessages } from "../../messages/messages";
import { Form, TextField } from "../../parts/form";
import { usePageTitle } from "../../parts/page_title";
import { sign_in_route } from "../../router";
import { ProviderRefusal, ProviderSignIn } from "./provider";

/** Where somebody came from who was asked to sign in stands in the state of the address, not in the address. */
declare module "@tanstack/react-router" {
  interface HistoryState {
    from?: string;
  }
}

export function SignInPage() {
  const t = useMessages();
  usePageTitle(t.account.sign_in);
  const [mail, set_mail] = useState("");
  const [password, set_password] = useState("");
  const signed_in_as = useSignedInAs();
  const navigate = useNavigate();
  const router = useRouter();
  const { refusal } = sign_in_route.useSearch();
  const sign_in = useMutation({
    mutationFn: () => send<OwnAccount>("POST", "/api/v1/account/session", { mail, password }, null),
    onSuccess: (own) => {
      signed_in_as(own);
      const { from } = router.state.location.state;
      if (from === undefined) void navigate({ to: "/account" });
      else router.history.push(from);
    },
  });
  return (
    <div className="page-narrow">
      <h1>{t.account.sign_in}</h1>
      <ProviderRefusal refusal={refusal} />
      <Form on_submit={sign_in.mutate} error={sign_in.error} fields={["mail"]} button={t.account.sign_in} busy={sign_in.isPending}>
        <TextField label={t.account.mail} name="mail" type="email" autoComplete="username" required error={sign_in.error} value={mail} on_change={set_mail} />
        <TextField label={t.account.password} name="password" type="password" autoComplete="current-password" required error={sign_in.error} value={password} on_change={set_password} />
      </Form>
      <ProviderSignIn next={router.state.location.state.from ?? "/account"} />
      <p>
        <Link to="/forgotten-password">{t.account.forgotten}</Link>
      </p>
      <p>
        {t.account.no_account} <Link to="/sign-up">{t.account.sign_up}</Link>
      </p>
    </div>
  );
}
