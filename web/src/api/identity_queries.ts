// What the pages of organisations under several names ask the API for.
import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { read } from "./client";
import type { DoubtList, OrganisationDecision } from "./identity_types";
import { useSend } from "./session";

const PAIRS_OF_PAGE = 10;

/** Below the account's key: only curators may read it. `country`: of either; empty: any. */
export function doubts_query(country: string) {
  return infiniteQueryOptions({
    queryKey: ["account", "doubts", country],
    queryFn: ({ pageParam, signal }) => read<DoubtList>(doubts_path(country, pageParam, PAIRS_OF_PAGE), signal),
    initialPageParam: 0,
    getNextPageParam: ({ total }, pages) => {
      const behind = pages.length * PAIRS_OF_PAGE;
      return behind < total ? behind : null;
    },
    staleTime: 0,
  });
}

export const doubt_count_query = queryOptions({
  queryKey: ["account", "doubt-count"],
  queryFn: async ({ signal }) => (await read<DoubtList>(doubts_path("", 0, 1), signal)).total,
  staleTime: 0,
});

function doubts_path(country: string, offset: number, limit: number): string {
  const asked = new URLSearchParams({ ...(country && { country }), offset: String(offset), limit: String(limit) });
  return `/api/v1/organisation-doubts?${asked.toString()}`;
}

/** Below the account's key: curators read more of it. */
export function decisions_query(organisation: string) {
  return queryOptions({
    queryKey: ["account", "organisation-decisions", organisation],
    queryFn: async ({ signal }) =>
      (await read<{ decisions: OrganisationDecision[] }>(`/api/v1/organisations/${encodeURIComponent(organisation)}/history`, signal)).decisions,
    staleTime: 0,
  });
}

interface IdentityWrite {
  /** Behind /api/v1. */
  path: string;
  body: unknown;
}

/** Decides, and reads again whatever tells of organisations. */
export function useIdentityWrite<Made = { decision: number }>(on_done?: (made: Made, asked: IdentityWrite) => void) {
  const send = useSend();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ path, body }: IdentityWrite) => send<Made>("POST", `/api/v1${path}`, body),
    onSuccess: async (made, asked) => {
      on_done?.(made, asked);
      for (const key of ["account", "organisation", "partnership", "project"]) await queries.invalidateQueries({ queryKey: [key] });
    },
  });
}
