// What the one who is signed in was told: the unread first, then what was read.
import { useMutation, useInfiniteQuery, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useId, useState } from "react";
import { notices_key, notices_query, type Notice, type Shown } from "../../api/notice_queries";
import { account_query, useSend } from "../../api/session";
import { useFormat } from "../../format/use_format";
import { useLanguage, useMessages } from "../../messages/messages";
import { Failure } from "../../parts/failure";
import { Refusal, SelectField } from "../../parts/form";
import { PageSkeleton } from "../../parts/page_skeleton";
import { usePageTitle } from "../../parts/page_title";
import { SignInFirst } from "../../parts/sign_in_first";
import "./notices.css";

export function NoticesPage() {
  const t = useMessages();
  usePageTitle(t.notices.heading);
  const { data, error, refetch } = useQuery(account_query);
  if (error) return <Failure error={error} on_retry={() => void refetch()} />;
  if (!data) return <PageSkeleton />;
  return (
    <div className="page-narrow">
      <h1>{t.notices.heading}</h1>
      {data.account ? <OwnNotices /> : <SignInFirst from="/notices" />}
    </div>
  );
}

type Filter = Shown | "all";
const FILTERS: readonly Filter[] = ["all", "unread", "read"];

function OwnNotices() {
  const t = useMessages();
  const [filter, set_filter] = useState<Filter>("all");
  const unread = useNotices("unread");
  const read = useNotices("read");
  const error = unread.error ?? read.error;
  if (error) return <Failure error={error} on_retry={() => void Promise.all([unread.refetch(), read.refetch()])} />;
  if (!unread.data || !read.data) return <PageSkeleton />;
  if (unread.notices.length + read.notices.length === 0) return <NothingTold />;
  return (
    <>
      <p>{t.notices.intro}</p>
      <SelectField
        label={t.notices.filter}
        name="filter"
        error={null}
        value={filter}
        options={FILTERS.map((value) => ({ value, label: t.notices.shown[value] }))}
        on_change={set_filter}
      />
      {filter !== "read" && <NoticeList shown="unread" list={unread} />}
      {filter !== "unread" && <NoticeList shown="read" list={read} />}
      <p>
        <Preferences />
      </p>
    </>
  );
}

function Preferences() {
  const t = useMessages();
  return (
    <Link to="/account" hash="notices" className="button">
      {t.notices.preferences}
    </Link>
  );
}

function NothingTold() {
  const t = useMessages();
  return (
    <>
      <p>
        <strong>{t.notices.none}</strong> {t.notices.none_why}
      </p>
      <p>
        <Preferences />
      </p>
    </>
  );
}

function useNotices(shown: Shown) {
  const { language } = useLanguage();
  const query = useInfiniteQuery(notices_query(shown, language));
  return { ...query, notices: query.data?.pages.flatMap((page) => page.notices) ?? [] };
}

function NoticeList({ shown, list }: { shown: Shown; list: ReturnType<typeof useNotices> }) {
  const t = useMessages();
  const heading = useId();
  const send = useSend();
  const queries = useQueryClient();
  const newest = list.notices[0];
  const mark_all = useMutation({
    mutationFn: () => send("POST", "/api/v1/notices/read", { newest: newest?.id }),
    onSuccess: () => queries.invalidateQueries({ queryKey: notices_key }),
  });
  return (
    <section aria-labelledby={heading}>
      <h2 id={heading}>{t.notices[shown]}</h2>
      {!newest && <p>{shown === "unread" ? t.notices.none_unread : t.notices.none_read}</p>}
      {newest && shown === "unread" && (
        <p>
          <button type="button" className="button" aria-disabled={mark_all.isPending} onClick={() => mark_all.mutate()}>
            {t.notices.mark_all}
          </button>
        </p>
      )}
      <Refusal error={mark_all.error} />
      <ul className="notices">
        {list.notices.map((notice) => (
          <NoticeLine key={notice.id} notice={notice} />
        ))}
      </ul>
      {list.hasNextPage && (
        <button type="button" className="button" aria-disabled={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t.notices.more}
        </button>
      )}
    </section>
  );
}

/** Following it marks it as read as well: who goes to the page has seen what was told. */
function NoticeLine({ notice }: { notice: Notice }) {
  const t = useMessages();
  const format = useFormat();
  const send = useSend();
  const queries = useQueryClient();
  const mark = useMutation({
    mutationFn: () => send("POST", `/api/v1/notices/${notice.id}/read`),
    onSuccess: () => queries.invalidateQueries({ queryKey: notices_key }),
  });
  const is_unread = notice.read_at === null;
  const [path = "", hash] = notice.page.split("#");
  return (
    <li className={is_unread ? "notice-unread" : undefined}>
      <div>
        <Link to={path} {...(hash !== undefined && { hash })} onClick={() => is_unread && mark.mutate()}>
          {notice.text}
        </Link>
        <p className="notice-at">{format.moment(notice.at)}</p>
        <Refusal error={mark.error} />
      </div>
      {is_unread && (
        <button
          type="button"
          className="button button-small"
          aria-disabled={mark.isPending}
          aria-label={t.notices.mark_one(notice.text)}
          onClick={() => mark.mutate()}
        >
          {t.notices.mark}
        </button>
      )}
    </li>
  );
}
