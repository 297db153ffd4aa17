// What the pages of the two aims ask the API for; keys are the request itself.
import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import type { AimRows, AimStates, Aims, ProviderAnswer, VetProviders } from "./aims_types";
import { read } from "./client";
import { useSend } from "./session";

export const aim_states_query = queryOptions({
  queryKey: ["aims"],
  queryFn: ({ signal }) => read<AimStates>("/api/v1/aims", signal),
});

const path_of = (state: string) => `/api/v1/aims/${encodeURIComponent(state)}`;

/** The usual years where no first one is named. */
export function aims_query(state: string, from?: number) {
  return queryOptions({
    queryKey: ["aims", state, from ?? null],
    queryFn: ({ signal }) => read<Aims>(`${path_of(state)}${from === undefined ? "" : `?from=${from}`}`, signal),
  });
}

export function aim_rows_query(state: string, figure: string, year: number) {
  return infiniteQueryOptions({
    queryKey: ["aims", state, "rows", figure, year],
    queryFn: ({ signal, pageParam }) => {
      const parameters = new URLSearchParams({ year: String(year), ...(pageParam && { cursor: pageParam }) });
      return read<AimRows>(`${path_of(state)}/${encodeURIComponent(figure)}/rows?${parameters}`, signal);
    },
    initialPageParam: "",
    getNextPageParam: (page: AimRows) => page.next_cursor ?? undefined,
  });
}

export function vet_providers_query(state: string) {
  return infiniteQueryOptions({
    queryKey: ["aims", state, "organisations"],
    queryFn: ({ signal, pageParam }) =>
      read<VetProviders>(`${path_of(state)}/organisations${pageParam && `?${new URLSearchParams({ cursor: pageParam })}`}`, signal),
    initialPageParam: "",
    getNextPageParam: (page: VetProviders) => page.next_cursor ?? undefined,
  });
}

export function provider_answers_query(state: string) {
  return queryOptions({
    queryKey: ["aims", state, "answers"],
    queryFn: async ({ signal }) => (await read<{ answers: ProviderAnswer[] }>(`${path_of(state)}/answers`, signal)).answers,
  });
}

/** Changes what is known and reads the aims again; a refusal leaves what was typed where it is. */
export function useAimsWrite(on_done?: () => void) {
  const send = useSend();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ path, body }: { path: string; body: unknown }) => send<unknown>("POST", `/api/v1${path}`, body),
    onSuccess: async () => {
      on_done?.();
      await queries.invalidateQueries({ queryKey: ["aims"] });
    },
  });
}
