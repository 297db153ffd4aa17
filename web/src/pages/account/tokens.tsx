import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { tokens_query, useSend } from "../../api/session";
import { useFormat } from "../../format/use_format";
import { useMessages } from "../../messages/messages";
import { Form, Refusal, TextField } from "../../parts/form";

const USUAL_DAYS = "90";

export function Tokens() {
  const t = useMessages();
  const format = useFormat();
  const { data, error } = useQuery(tokens_query);
  const [name, set_name] = useState("");
  const [days, set_days] = useState(USUAL_DAYS);
  const send = useSend();
  const queries = useQueryClient();
  const again = () => queries.invalidateQueries({ queryKey: tokens_query.queryKey });
  const create = useMutation({
    mutationFn: () => send<{ token: string }>("POST", "/api/v1/account/tokens", { name, days: Number(days) }),
    onSuccess: () => {
      set_name("");
      return again();
    },
  });
  const remove = useMutation({
    mutationFn: (number: number) => send("DELETE", `/api/v1/account/tokens/${number}`),
    onSuccess: again,
  });
  return (
    <section aria-labelledby="tokens">
      <h2 id="tokens">{t.account.tokens}</h2>
      <p>{t.account.tokens_why}</p>
      {data?.length === 0 && <p>{t.account.tokens_none}</p>}
      <ul className="account-list">
        {(data ?? []).map((token) => (
          <li key={token.number}>
            <span>
              {token.name}, {t.account.token_until(format.moment(token.expires_at))}
            </span>
            <button type="button" className="button button-small" onClick={() => remove.mutate(token.number)}>
              {t.account.token_remove(token.name)}
            </button>
          </li>
        ))}
      </ul>
      {create.data && (
        <p className="done" role="status">
          {t.account.token_shown} <code>{create.data.token}</code>
        </p>
      )}
      <Refusal error={error ?? remove.error} />
      <Form on_submit={create.mutate} error={create.error} fields={["name", "days"]} button={t.account.token_create} busy={create.isPending}>
        <TextField label={t.account.token_name} name="name" required error={create.error} value={name} on_change={set_name} />
        <TextField label={t.account.token_days} name="days" type="number" min={1} max={366} required error={create.error} value={days} on_change={set_days} />
      </Form>
    </section>
  );
}
