// What the scouting page asks the API for.
import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { FACETS, write_address, type SearchState } from "../address/search_address";
import { read } from "./client";
import type { CountedWatch, RisingTerms, Watch, WatchFilter, WatchNews } from "./scouting_types";

const WATCHES = "/api/v1/scouting/watches";

/** Words and filters alone: the order and the view of a search do not matter here. */
export function of_search({ q, filters }: SearchState): SearchState {
  return { ...(q && { q }), ...(filters && { filters }) };
}

export function rising_query(state: SearchState) {
  const address = write_address(of_search(state));
  return queryOptions({
    queryKey: ["rising", address],
    queryFn: ({ signal }) => read<RisingTerms>(`/api/v1/scouting/rising${address}`, signal),
  });
}

export const watches_query = queryOptions({
  queryKey: ["watches"],
  queryFn: async ({ signal }) => (await read<{ watches: CountedWatch[] }>(WATCHES, signal)).watches,
});

export function watch_news_query(id: number) {
  return infiniteQueryOptions({
    queryKey: ["watches", id],
    queryFn: ({ pageParam, signal }) =>
      read<WatchNews>(`${WATCHES}/${id}/new${pageParam ? `?cursor=${encodeURIComponent(pageParam)}` : ""}`, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next_cursor,
  });
}

/** The choices of a search, one by one, as the API takes them. */
export function filters_of(state: SearchState): WatchFilter[] {
  return Object.entries(state.filters ?? {}).flatMap(([facet, values]) => values.map((value) => ({ facet, value })));
}

/** The search that a watch follows. */
export function search_of(watch: Pick<Watch, "query" | "filters">): SearchState {
  const filters: NonNullable<SearchState["filters"]> = {};
  for (const facet of FACETS) {
    const values = watch.filters.filter((filter) => filter.facet === facet).map(({ value }) => value);
    if (values.length > 0) filters[facet] = values;
  }
  return of_search({ q: watch.query, filters });
}
