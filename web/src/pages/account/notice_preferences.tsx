// How notices come: by mail, how often and which, and by a feed.
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { NOTICE_GROUPS, notice_preferences_query, type MailRhythm, type NoticeGroup, type NoticePreferences as Chosen } from "../../api/notice_queries";
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
  const [muted, set_muted] = useState<readonly NoticeGroup[]>(chosen.not_by_mail);
  const send = useSend();
  const queries = useQueryClient();
  const save = useMutation({
    mutationFn: () => send("PUT", "/api/v1/notices/preferences", { mail, not_by_mail: muted }),
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
      {mail !== "none" && (
        <WhichByMail
          muted={muted}
          on_change={(groups) => {
            set_muted(groups);
            save.reset();
          }}
        />
      )}
      {save.isSuccess && (
        <p className="done" role="status">
          {t.notices.saved}
        </p>
      )}
    </Form>
  );
}

interface WhichByMailProps {
  muted: readonly NoticeGroup[];
  on_change: (muted: readonly NoticeGroup[]) => void;
}

function WhichByMail({ muted, on_change }: WhichByMailProps) {
  const t = useMessages();
  return (
    <fieldset className="mailed-groups">
      <legend>{t.notices.which_by_mail}</legend>
      {NOTICE_GROUPS.map((group) => (
        <label key={group}>
          <input
            type="checkbox"
            checked={!muted.includes(group)}
            onChange={(event) => on_change(event.target.checked ? muted.filter((one) => one !== group) : [...muted, group])}
          />{" "}
          {t.notices.group[group]}
        </label>
      ))}
      <p className="field-hint">{t.notices.which_by_mail_why}</p>
    </fieldset>
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
