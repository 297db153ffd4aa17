// What the pages of hubs ask the API for; keys are the request itself.
import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import type { SearchState } from "../address/search_address";
import { read, type WriteMethod } from "./client";
import type { Hub, HubFigures, HubFilter, HubList, HubOrganisations } from "./hub_types";
import type { OfferList } from "./partnership_types";
import { search_of } from "./scouting_queries";
import { useSend } from "./session";

const ADDRESS = "/api/v1/hubs";
const ORGANISATIONS = 50;

const address_of = (slug: string) => `${ADDRESS}/${encodeURIComponent(slug)}`;

export const hubs_query = queryOptions({
  queryKey: ["hubs"],
  queryFn: ({ signal }) => read<HubList>(ADDRESS, signal),
});

export function hub_query(slug: string) {
  return queryOptions({
    queryKey: ["hub", slug],
    queryFn: ({ signal }) => read<Hub>(address_of(slug), signal),
  });
}

export function hub_offers_query(slug: string, revision: number) {
  return queryOptions({
    queryKey: ["hub", slug, "offers", revision],
    queryFn: ({ signal }) => read<OfferList>(`${address_of(slug)}/offers`, signal),
  });
}

export function hub_figures_query(slug: string, revision: number) {
  return queryOptions({
    queryKey: ["hub", slug, "figures", revision],
    queryFn: ({ signal }) => read<HubFigures>(`${address_of(slug)}/figures`, signal),
  });
}

export function hub_organisations_query(slug: string, quarter: string) {
  return infiniteQueryOptions({
    queryKey: ["hub", slug, "organisations", quarter],
    queryFn: ({ pageParam, signal }) =>
      read<HubOrganisations>(`${address_of(slug)}/figures/${quarter}?limit=${ORGANISATIONS}&offset=${pageParam}`, signal),
    initialPageParam: 0,
    getNextPageParam: (last, all) => {
      const shown = all.reduce((sum, page) => sum + page.organisations.length, 0);
      return last.organisations.length > 0 && shown < last.total ? shown : null;
    },
  });
}

/** The search that a hub shows; with words, of these in it. */
export function search_in(filter: HubFilter, words = ""): SearchState {
  const typed = words.trim();
  const query = filter.query && typed ? `(${filter.query}) AND (${typed})` : filter.query || typed;
  return search_of({ query, filters: filter.choices });
}

interface HubWrite {
  method?: WriteMethod;
  /** Behind /api/v1/hubs: "", "/south", "/south/news". */
  path: string;
  body: unknown;
}

/** Changes a hub, or makes one, and reads again; a refusal leaves what was typed where it is. */
export function useHubWrite(on_done?: (made: { slug?: string; number?: number } | undefined) => void) {
  const send = useSend();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ method = "POST", path, body }: HubWrite) =>
      send<{ slug?: string; number?: number } | undefined>(method, `${ADDRESS}${path}`, body),
    onSuccess: async (made) => {
      await queries.invalidateQueries({ queryKey: ["hub"] });
      await queries.invalidateQueries({ queryKey: ["hubs"] });
      on_done?.(made);
    },
  });
}
