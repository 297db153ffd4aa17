// Signing in through another organisation: the way there, what became of it, and the connection of one's own account.
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { Account } from "../../api/account_types";
import { provider_query, provider_sign_in } from "../../api/provider_queries";
import { useSend } from "../../api/session";
import { useLanguage, useMessages } from "../../messages/messages";
import { Form, Refusal, TextField } from "../../parts/form";

/** Nothing where everybody signs in here. A link of its own kind: it leaves these pages. */
export function ProviderSignIn({ next }: { next: string }) {
  const t = useMessages();
  const { language } = useLanguage();
  const { data } = useQuery(provider_query);
  if (!data?.name) return null;
  return (
    <p>
      <a className="button" href={provider_sign_in(next, language)}>
        {t.account.provider_sign_in(data.name)}
      </a>
    </p>
  );
}

/** What the address tells of a way to the provider that led nowhere. */
export function ProviderRefusal({ refusal }: { refusal: string | undefined }) {
  const t = useMessages();
  const { data } = useQuery(provider_query);
  const known = refusal !== undefined && Object.hasOwn(t.account.provider_refusal, refusal);
  const words = known ? t.account.provider_refusal[refusal] : undefined;
  if (!words || !data?.name) return null;
  return (
    <p className="refusal" role="alert">
      {words(data.name)}
    </p>
  );
}

export function ProviderConnection({ account }: { account: Account }) {
  const t = useMessages();
  const { data } = useQuery(provider_query);
  if (!data?.name) return null;
  return (
    <section aria-labelledby="provider">
      <h2 id="provider">{data.name}</h2>
      {data.is_connected ? <Part name={data.name} /> : <Connect account={account} name={data.name} />}
      <p>{t.account.provider_why(data.name)}</p>
    </section>
  );
}

function Connect({ account, name }: { account: Account; name: string }) {
  const t = useMessages();
  const send = useSend();
  const [password, set_password] = useState("");
  const connect = useMutation({
    mutationFn: () => send<{ address: string }>("POST", "/api/v1/account/provider/connection", { password }),
    onSuccess: ({ address }) => window.location.assign(address),
  });
  return (
    <Form on_submit={connect.mutate} error={connect.error} fields={["password"]} button={t.account.provider_connect(name)} busy={connect.isPending}>
      {account.has_password && (
        <TextField label={t.account.present_password} name="password" type="password" autoComplete="current-password" required error={connect.error} value={password} on_change={set_password} />
      )}
    </Form>
  );
}

function Part({ name }: { name: string }) {
  const t = useMessages();
  const send = useSend();
  const queries = useQueryClient();
  const part = useMutation({
    mutationFn: () => send("DELETE", "/api/v1/account/provider/connection"),
    onSuccess: () => queries.invalidateQueries({ queryKey: provider_query.queryKey }),
  });
  return (
    <>
      <p>{t.account.provider_connected(name)}</p>
      <Refusal error={part.error} />
      <p>
        <button type="button" className="button" aria-disabled={part.isPending} onClick={() => part.mutate()}>
          {t.account.provider_part(name)}
        </button>
      </p>
    </>
  );
}
