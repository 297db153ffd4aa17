import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { sessions_query, useSend } from "../../api/session";
import { useFormat } from "../../format/use_format";
import { useMessages } from "../../messages/messages";
import { Refusal } from "../../parts/form";

export function Sessions() {
  const t = useMessages();
  const format = useFormat();
  const { data, error } = useQuery(sessions_query);
  const send = useSend();
  const queries = useQueryClient();
  const end = useMutation({
    mutationFn: (number: number) => send("DELETE", `/api/v1/account/sessions/${number}`),
    onSuccess: () => queries.invalidateQueries({ queryKey: sessions_query.queryKey }),
  });
  return (
    <section aria-labelledby="sessions">
      <h2 id="sessions">{t.account.sessions}</h2>
      <ul className="account-list">
        {(data ?? []).map((session) => (
          <li key={session.number}>
            <span>
              {session.is_this_one && <strong>{t.account.session_this} · </strong>}
              {t.account.session_since(format.moment(session.created_at))},{" "}
              {t.account.session_used(format.moment(session.last_used_at))}
            </span>
            {!session.is_this_one && (
              <button type="button" className="button button-small" onClick={() => end.mutate(session.number)}>
                {t.account.session_end}
              </button>
            )}
          </li>
        ))}
      </ul>
      <Refusal error={error ?? end.error} />
    </section>
  );
}
