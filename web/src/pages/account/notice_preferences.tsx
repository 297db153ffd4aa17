// How notices come: by mail, how often, and by a feed.
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { notice_preferences_query, type MailRhythm, type NoticePreferences as Chosen } from "../../api/notice_queries";
import { useSend } from "../../api/session";
import { useMessages } from "../../messages/messages";
import { Form, Refusal, SelectField } from "../../parts/form";
import { useScrollToHash } from "../../parts/use_scroll_to_hash";

const RHYTHMS: readonly MailRhythm[] = ["each", "daily", "weekly", "none"];

export function NoticePreferences() {
  const t = useMessages();
  const { data, error } = useQuery(notice_preferences_query);
  return (
    <section aria-labelledby="notices">
      <h2 id="notices">{t.notices.preferences}</h2>
      <Refusal error={error} />
      {data && (
        <>
          <ByMail chosen={data} />
          <ByFeed chosen={data} />
        </>
      )}
    </section>
  );
}

function ByMail({ chosen }: { chosen: Chosen }) {
  const t = useMessages();
  useScrollToHash();
  const [mail, set_mail] = useState(chosen.mail);
  const send = useSend();
  const queries = useQueryClient();
  const save = useMutation({
    mutationFn: () => send("PUT", "/api/v1/notices/preferences", { mail }),
    onSuccess: () => queries.invalidateQueries({ queryKey: notice_preferences_query.queryKey }),
  });
  return (
    <Form on_submit={save.mutate} error={save.error} fields={["mail"]} button={t.notices.save} busy={save.isPending}>
      <SelectField
        label={t.notices.mail}
        hint={t.notices.mail_why}
        name="mail"
        error={save.error}
        value={mail}
        options={RHYTHMS.map((value) => ({ value, label: t.notices.rhythm[value] }))}
        on_change={(value) => {
          set_mail(value);
          save.reset();
        }}
      />
      {save.isSuccess && (
        <p className="done" role="status">
          {t.notices.saved}
        </p>
      )}
    </Form>
  );
}

function ByFeed({ chosen }: { chosen: Chosen }) {
  const t = useMessages();
  const send = useSend();
  const queries = useQueryClient();
  const again = () => queries.invalidateQueries({ queryKey: notice_preferences_query.queryKey });
  const make = useMutation({
    mutationFn: () => send<{ address: string }>("POST", "/api/v1/notices/feed"),
    onSuccess: again,
  });
  const end = useMutation({
    mutationFn: () => send("DELETE", "/api/v1/notices/feed"),
    onSuccess: () => {
      make.reset();
      return again();
    },
  });
  return (
    <>
      <h3>{t.notices.feed}</h3>
      <p>{chosen.has_feed && !make.data ? t.notices.feed_there : t.notices.feed_why}</p>
      {make.data && (
        <p className="done" role="status">
          {t.notices.feed_shown} <code>{make.data.address}</code>
        </p>
      )}
      <Refusal error={make.error ?? end.error} />
      <div className="button-row">
        <button type="button" className="button" aria-disabled={make.isPending} onClick={() => make.mutate()}>
          {chosen.has_feed ? t.notices.feed_renew : t.notices.feed_make}
        </button>
        {chosen.has_feed && (
          <button type="button" className="button" aria-disabled={end.isPending} onClick={() => end.mutate()}>
            {t.notices.feed_end}
          </button>
        )}
      </div>
    </>
  );
}
