import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { search_of, watch_news_query, watches_query } from "../../api/scouting_queries";
import type { CountedWatch } from "../../api/scouting_types";
import { useAccount, useSend } from "../../api/session";
import { useFormat } from "../../format/use_format";
import { useMessages } from "../../messages/messages";
import { Failure } from "../../parts/failure";
import { Refusal } from "../../parts/form";
import { useFilterWords } from "./use_filter_words";

/** The searches that who is signed in follows. */
export function WatchSection() {
  const t = useMessages();
  const account = useAccount();
  return (
    <section aria-labelledby="watches">
      <h2 id="watches">{t.scouting.watches}</h2>
      <p className="scouting-intro">{t.scouting.watches_intro}</p>
      {account === null && (
        <p>
          <Link to="/sign-in" state={{ from: "/scouting" }}>
            {t.scouting.sign_in}
          </Link>
        </p>
      )}
      {account && <OwnWatches />}
    </section>
  );
}

function OwnWatches() {
  const t = useMessages();
  const { data, error, refetch } = useQuery(watches_query);
  if (error) return <Failure error={error} on_retry={() => void refetch()} />;
  if (!data) return <p role="status">{t.frame.loading}</p>;
  if (data.length === 0) {
    return (
      <p>
        {t.scouting.no_watches}{" "}
        <Link to="/" search={{ sort: "-start" }}>
          {t.scouting.to_search}
        </Link>
      </p>
    );
  }
  return (
    <ul className="watches">
      {data.map((watch) => (
        <li key={watch.id}>
          <OwnWatch watch={watch} />
        </li>
      ))}
    </ul>
  );
}

function OwnWatch({ watch }: { watch: CountedWatch }) {
  const t = useMessages();
  const format = useFormat();
  const post = useSend();
  const queries = useQueryClient();
  const [is_open, open] = useState(false);
  const search = search_of(watch);
  const filters = useFilterWords(search);
  const remove = useMutation({
    mutationFn: () => post("DELETE", `/api/v1/scouting/watches/${watch.id}`),
    onSuccess: () => queries.invalidateQueries(watches_query),
  });
  const has_news = watch.added + watch.changed > 0;
  return (
    <>
      <h3>{watch.name}</h3>
      <p>
        <Link to="/" search={{ sort: "-start", ...search }}>
          {[watch.query || t.scouting.everything, filters].filter(Boolean).join("; ")}
        </Link>
      </p>
      <p>
        <strong>{has_news ? t.scouting.news(watch.added, watch.changed) : t.scouting.no_news}</strong>{" "}
        {t.scouting.since(format.moment(watch.seen_at))}
      </p>
      {is_open && <News id={watch.id} />}
      <div className="button-row">
        {(has_news || is_open) && (
          <button
            type="button"
            className="button"
            aria-expanded={is_open}
            aria-label={is_open ? t.scouting.hide_news(watch.name) : t.scouting.show_news(watch.name)}
            onClick={() => open(!is_open)}
          >
            {is_open ? t.scouting.hide_short : t.scouting.show_short}
          </button>
        )}
        <button
          type="button"
          className="button"
          aria-label={t.scouting.remove(watch.name)}
          aria-disabled={remove.isPending}
          onClick={() => !remove.isPending && remove.mutate()}
        >
          {t.scouting.remove_short}
        </button>
      </div>
      <Refusal error={remove.error} />
    </>
  );
}

function News({ id }: { id: number }) {
  const t = useMessages();
  const format = useFormat();
  const post = useSend();
  const queries = useQueryClient();
  const news = useInfiniteQuery({ ...watch_news_query(id), staleTime: 0 });
  const first = news.data?.pages[0];
  const mark = useMutation({
    mutationFn: () => post("POST", `/api/v1/scouting/watches/${id}/seen`, { up_to: first?.up_to }),
    onSuccess: () => queries.invalidateQueries(watches_query),
  });
  if (news.error && !first) return <Failure error={news.error} on_retry={() => void news.refetch()} />;
  if (!first) return <p role="status">{t.frame.loading}</p>;
  return (
    <div className="watch-news">
      {first.catching_up && <p>{t.scouting.catching_up}</p>}
      {first.total === 0 ? (
        <p>{t.scouting.no_news}</p>
      ) : (
        <ul>
          {news.data?.pages
            .flatMap((page) => page.projects)
            .map((project) => (
              <li key={project.id}>
                <Link to="/projects/$id" params={{ id: project.id }}>
                  {project.title || project.acronym || project.id}
                </Link>{" "}
                <span className="missing">
                  {t.scouting[project.news]} · {format.dates(project.start, project.end) ?? t.search.dates_unknown}
                </span>
              </li>
            ))}
        </ul>
      )}
      <div className="button-row">
        {news.hasNextPage && (
          <button type="button" className="button" onClick={() => void news.fetchNextPage()}>
            {t.scouting.more}
          </button>
        )}
        <button type="button" className="button button-strong" aria-disabled={mark.isPending} onClick={() => !mark.isPending && mark.mutate()}>
          {t.scouting.mark_seen}
        </button>
      </div>
      <Refusal error={mark.error} />
    </div>
  );
}
