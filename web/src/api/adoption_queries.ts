// What the pages of adoption ask the API for; keys are the request itself.
import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import type { Adoption, ProviderList } from "./adoption_types";
import { read, type WriteMethod } from "./client";
import { useSend } from "./session";

export function adoption_query(id: string) {
  return queryOptions({
    queryKey: ["adoption", id],
    queryFn: ({ signal }) => read<Adoption>(`/api/v1/innovations/${encodeURIComponent(id)}/adoption`, signal),
  });
}

export const providers_query = queryOptions({
  queryKey: ["providers"],
  queryFn: ({ signal }) => read<ProviderList>("/api/v1/providers", signal),
});

interface AdoptionWrite {
  method?: WriteMethod;
  /** Behind /api/v1: "/providers", "/innovations/7/adoption". */
  path: string;
  body: unknown;
}

/** Changes what is known of adoption and reads it again; a refusal leaves what was typed where it is. */
export function useAdoptionWrite(on_done?: () => void) {
  const send = useSend();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ method = "POST", path, body }: AdoptionWrite) => send<unknown>(method, `/api/v1${path}`, body),
    onSuccess: async () => {
      on_done?.();
      await queries.invalidateQueries({ queryKey: ["adoption"] });
      await queries.invalidateQueries({ queryKey: ["providers"] });
    },
  });
}
