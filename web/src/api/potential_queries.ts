// What the pages of mainstreaming potential ask the API for; keys are the request itself. As a profile rests on what is
// written on many other pages, it is asked for again whenever it is shown.
import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { read } from "./client";
import type { InnovationList } from "./innovation_types";
import type { Comparison, Potential } from "./potential_types";

/** Read for a Member State, or for none in particular. */
export function potential_query(innovation: string, state?: string) {
  const asked = state ? `?${new URLSearchParams({ state })}` : "";
  return queryOptions({
    queryKey: ["potential", innovation, state ?? ""],
    queryFn: ({ signal }) => read<Potential>(`/api/v1/innovations/${encodeURIComponent(innovation)}/potential${asked}`, signal),
    staleTime: 0,
  });
}

export function comparison_query(state: string, innovations: readonly number[]) {
  const asked = new URLSearchParams([["state", state], ...innovations.map((id) => ["innovation", String(id)])]);
  return queryOptions({
    queryKey: ["potential", "comparison", state, innovations],
    queryFn: ({ signal }) => read<Comparison>(`/api/v1/comparison?${asked}`, signal),
    staleTime: 0,
    enabled: state !== "" && innovations.length > 0,
    placeholderData: keepPreviousData,
    retry: false,
  });
}

/** To choose from: the newest of those that fit the words and go on. */
export function choice_query(words: string) {
  const asked = new URLSearchParams({ standing: "active", limit: "100", ...(words && { q: words }) });
  return queryOptions({
    queryKey: ["innovations", "choice", words],
    queryFn: ({ signal }) => read<InnovationList>(`/api/v1/innovations?${asked}`, signal),
    placeholderData: keepPreviousData,
  });
}
