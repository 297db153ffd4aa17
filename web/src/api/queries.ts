// What the pages ask the API for, as TanStack Query options; keys are the request itself.
import { infiniteQueryOptions, keepPreviousData, QueryClient, queryOptions } from "@tanstack/react-query";
import { api_parameters, sort_of, type SearchState } from "../address/search_address";
import { ApiError, read } from "./client";
import type { Completion, Coverage, FrameworkChanges, FrameworkVersion, ImportRun, Organisation, Project, Reject, SearchAnswer, SimilarProjects, VersionSummary } from "./types";

const PAGE_SIZE = 20;

export function new_query_client(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 60_000,
        refetchOnWindowFocus: false,
        // A refused request is refused again; only what may pass by itself is tried once more.
        retry: (failures, error) => failures < 1 && !(error instanceof ApiError && error.status < 500),
        retryDelay: 300,
      },
    },
  });
}

/** Results by pages; as you type, the last word may go on. An answer that a newer request has overtaken is dropped; the one before stays until it comes. */
export function search_query(state: SearchState, as_you_type: boolean) {
  return infiniteQueryOptions({
    queryKey: ["projects", state.q ?? "", state.filters ?? {}, sort_of(state), as_you_type],
    queryFn: ({ pageParam, signal }) =>
      read<SearchAnswer>(
        `/api/v1/projects${api_parameters(state, PAGE_SIZE, pageParam)}${as_you_type ? "&as_you_type=true" : ""}`,
        signal,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next_cursor,
    placeholderData: keepPreviousData,
  });
}

/** The size of the catalogue and what is in it: a search for everything, for the start page and the frame. */
export const catalogue_query = queryOptions({
  queryKey: ["catalogue"],
  queryFn: ({ signal }) =>
    read<SearchAnswer>("/api/v1/projects?limit=1&facets=programme,country,status,year", signal),
});

export function completions_query(text: string) {
  return queryOptions({
    queryKey: ["completions", text],
    queryFn: async ({ signal }) =>
      (await read<{ completions: Completion[] }>(`/api/v1/completions?q=${encodeURIComponent(text)}&limit=4`, signal))
        .completions,
    enabled: text.trim() !== "",
    placeholderData: keepPreviousData,
  });
}

export function project_query(id: string) {
  return queryOptions({
    queryKey: ["project", id],
    queryFn: ({ signal }) => read<Project>(`/api/v1/projects/${encodeURIComponent(id)}`, signal),
  });
}

export function similar_query(id: string) {
  return queryOptions({
    queryKey: ["similar", id],
    queryFn: ({ signal }) => read<SimilarProjects>(`/api/v1/projects/${encodeURIComponent(id)}/similar`, signal),
  });
}

export function organisation_query(id: string, limit = 100) {
  return queryOptions({
    queryKey: ["organisation", id, limit],
    queryFn: ({ signal }) =>
      read<Organisation>(`/api/v1/organisations/${encodeURIComponent(id)}?limit=${limit}`, signal),
  });
}

export const coverage_query = queryOptions({
  queryKey: ["coverage"],
  queryFn: ({ signal }) => read<Coverage>("/api/v1/coverage", signal),
});

export const framework_versions_query = queryOptions({
  queryKey: ["framework"],
  queryFn: async ({ signal }) =>
    (await read<{ versions: VersionSummary[] }>("/api/v1/framework/versions", signal)).versions,
});

export function framework_query(number: string) {
  return queryOptions({
    queryKey: ["framework", number],
    queryFn: ({ signal }) => read<FrameworkVersion>(`/api/v1/framework/versions/${encodeURIComponent(number)}`, signal),
  });
}

/** What a version changed in the one that it is based on. */
export function changes_query(number: string) {
  return queryOptions({
    queryKey: ["framework", number, "changes"],
    queryFn: ({ signal }) =>
      read<FrameworkChanges>(`/api/v1/framework/versions/${encodeURIComponent(number)}/changes`, signal),
  });
}

export const imports_query = queryOptions({
  queryKey: ["imports"],
  queryFn: async ({ signal }) => (await read<{ runs: ImportRun[] }>("/api/v1/imports", signal)).runs,
});

export const REJECTS_SHOWN = 50;

export function rejects_query(run: number) {
  return queryOptions({
    queryKey: ["rejects", run],
    queryFn: async ({ signal }) =>
      (await read<{ rejects: Reject[] }>(`/api/v1/imports/${run}/rejects?offset=0&limit=${REJECTS_SHOWN}`, signal))
        .rejects,
  });
}
