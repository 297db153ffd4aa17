// What the pages of innovations ask the API for; keys are the request itself.
import { infiniteQueryOptions, keepPreviousData, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { innovation_parameters, type InnovationFilter } from "../address/innovation_address";
import { read, type WriteMethod } from "./client";
import type { Innovation, InnovationList, Pipeline } from "./innovation_types";
import { useSend } from "./session";

export const pipeline_query = queryOptions({
  queryKey: ["pipeline"],
  queryFn: ({ signal }) => read<Pipeline>("/api/v1/pipeline", signal),
});

export function innovations_query(filter: InnovationFilter) {
  return infiniteQueryOptions({
    queryKey: ["innovations", filter],
    queryFn: ({ pageParam, signal }) =>
      read<InnovationList>(`/api/v1/innovations${innovation_parameters(filter, pageParam)}`, signal),
    initialPageParam: null as number | null,
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
  });
}

export function innovation_query(id: string) {
  return queryOptions({
    queryKey: ["innovation", id],
    queryFn: ({ signal }) => read<Innovation>(`/api/v1/innovations/${encodeURIComponent(id)}`, signal),
  });
}

export interface InnovationWrite {
  method?: WriteMethod;
  /** Behind /api/v1/innovations/{id}: "/moves". */
  path: string;
  body?: unknown;
}

/** Changes an innovation and reads it again; a refusal leaves what was typed where it is. */
export function useInnovationWrite(id: number, on_done?: () => void) {
  const send = useSend();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ method = "POST", path, body }: InnovationWrite) =>
      send(method, `/api/v1/innovations/${id}${path}`, body),
    onSuccess: async () => {
      on_done?.();
      await queries.invalidateQueries({ queryKey: ["innovation"] });
      await queries.invalidateQueries({ queryKey: ["innovations"] });
      await queries.invalidateQueries({ queryKey: ["pipeline"] });
    },
  });
}
