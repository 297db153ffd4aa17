// What the pages of the network ask the API for.
import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { write_address, type SearchState } from "../address/search_address";
import { read } from "./client";
import type { Network, NetworkOrder, NetworkPath } from "./network_types";

/** As many as a picture holds. */
export const MEMBERS_SHOWN = 40;
const STABLE = 2;

export interface NetworkScope {
  search?: Pick<SearchState, "q" | "filters">;
  around?: string;
  stable_only: boolean;
}

/** The parameters that say which part of the network; the same for the page and the exports. */
export function scope_parameters({ search, around, stable_only }: NetworkScope): string[] {
  const words = write_address({ ...(search?.q && { q: search.q }), ...(search?.filters && { filters: search.filters }) }).slice(1);
  return [
    ...(words ? [words] : []),
    ...(around ? [`around=${encodeURIComponent(around)}`] : []),
    ...(stable_only ? [`joint=${STABLE}`] : []),
  ];
}

export function export_address(file: "network.graphml" | "network.csv", scope: NetworkScope, table?: "organisations"): string {
  const parameters = [...scope_parameters(scope), ...(table ? [`table=${table}`] : [])];
  return `/api/v1/${file}${parameters.length > 0 ? `?${parameters.join("&")}` : ""}`;
}

export function network_query(scope: NetworkScope, by: NetworkOrder) {
  const parameters = [...scope_parameters(scope), `by=${by}`, `limit=${MEMBERS_SHOWN}`].join("&");
  return queryOptions({
    queryKey: ["network", parameters],
    queryFn: ({ signal }) => read<Network>(`/api/v1/network?${parameters}`, signal),
    placeholderData: keepPreviousData,
  });
}

export function network_path_query(from: string | undefined, to: string | undefined) {
  return queryOptions({
    queryKey: ["network path", from, to],
    queryFn: ({ signal }) => read<NetworkPath>(`/api/v1/network/path?from=${encodeURIComponent(from ?? "")}&to=${encodeURIComponent(to ?? "")}`, signal),
    enabled: from !== undefined && to !== undefined,
  });
}
