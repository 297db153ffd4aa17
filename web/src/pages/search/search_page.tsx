// The search page: words, filters and their state in the address bar; results as they are typed.
import { useInfiniteQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { lazy, Suspense, useCallback, useState } from "react";
import { is_start, with_words, type SearchState } from "../../address/search_address";
import { search_query } from "../../api/queries";
import { useMessages } from "../../messages/messages";
import { Failure } from "../../parts/failure";
import { usePageTitle } from "../../parts/page_title";
import { ActiveFilters } from "./active_filters";
import { FilterPanel } from "./filter_panel";
import { FilterSheet } from "./filter_sheet";
import { NothingFound } from "./nothing_found";
import { ResultBar } from "./result_bar";
import { ResultList } from "./result_list";
import { ResultSkeleton } from "./result_skeleton";
import { ResultTable } from "./result_table";
import { LoadMore } from "./load_more";
import { SearchBox } from "./search_box";
import "./search_page.css";
import { SearchReading } from "./search_reading";
import { StartPage } from "./start_page";
import { WatchSearch } from "./watch_search";

const route = getRouteApi("/");
// Only who looks at the network needs what draws it.
const NetworkView = lazy(async () => ({ default: (await import("../network/network_view")).NetworkView }));

export function SearchPage() {
  const t = useMessages();
  const state = route.useSearch();
  const go = useGo();
  const start = is_start(state);
  const [unfinished, set_unfinished] = useState<string | null>(null); // words whose last may go on
  usePageTitle(start ? null : state.q || t.search.heading);

  return (
    <div className={start ? "search search-start" : "search"}>
      <h1 className={start ? "start-heading" : "only-read"}>{t.search.heading}</h1>
      {start && <p className="start-intro">{t.start.intro}</p>}
      <SearchBox
        q={state.q ?? ""}
        on_words={(q, how, is_finished) => {
          set_unfinished(is_finished ? null : q);
          go(with_words(state, q), how);
        }}
      />
      {start ? <StartPage /> : <Results state={state} as_you_type={unfinished === state.q} go={go} />}
    </div>
  );
}

function Results({ state, as_you_type, go }: { state: SearchState; as_you_type: boolean; go: Go }) {
  const t = useMessages();
  const results = useInfiniteQuery(search_query(state, as_you_type));
  const first = results.data?.pages[0];
  const total = first?.total ?? 0;
  const hits = results.data?.pages.flatMap((page) => page.hits) ?? [];
  const facets = first?.facets ?? [];
  // A first page that failed leaves nothing to show; what an older search found would mislead.
  const failed = results.isError && !results.isFetchNextPageError;

  return (
    <>
      <p role="status" className="only-read">
        {first && !results.isPlaceholderData ? t.search.announce(total) : ""}
      </p>
      {failed ? (
        <Failure error={results.error} text={state.q ?? ""} on_retry={() => void results.refetch()} />
      ) : (
        <>
          {first && <SearchReading answer={first} state={state} />}
          <WatchSearch state={state} />
          <div className="active-row">
            <FilterSheet state={state} facets={facets} total={total} on_change={go} />
            <ActiveFilters state={state} facets={facets} on_change={go} />
          </div>
          <div className="search-columns">
            <aside className="search-side" aria-label={t.search.filters}>
              <FilterPanel state={state} facets={facets} on_change={go} />
            </aside>
            <section
              className="search-results"
              aria-label={t.search.table_caption}
              aria-busy={results.isFetching}
              data-stale={results.isPlaceholderData || undefined}
            >
              {!first ? (
                <ResultSkeleton />
              ) : total === 0 ? (
                <NothingFound state={state} facets={facets} on_change={go} />
              ) : (
                <>
                  <ResultBar state={state} on_change={go} />
                  {state.view === "network" ? (
                    <Suspense fallback={<ResultSkeleton />}>
                      <NetworkView scope={{ search: state }} />
                    </Suspense>
                  ) : (
                    <>
                      {state.view === "table" ? (
                        <ResultTable hits={hits} state={state} on_change={go} />
                      ) : (
                        <ResultList hits={hits} />
                      )}
                      <LoadMore
                        shown={hits.length}
                        total={total}
                        has_more={results.hasNextPage}
                        loading={results.isFetchingNextPage}
                        error={results.isFetchNextPageError ? results.error : null}
                        load={() => results.fetchNextPage()}
                      />
                    </>
                  )}
                </>
              )}
            </section>
          </div>
        </>
      )}
    </>
  );
}

export type How = "push" | "replace";
export type Go = (state: SearchState, how?: How) => void;

function useGo(): Go {
  const navigate = route.useNavigate();
  return useCallback(
    (state, how = "push") => void navigate({ search: state, replace: how === "replace", resetScroll: false }),
    [navigate],
  );
}
