// What the pages of mainstreaming ask the API for; keys are the request itself.
import { infiniteQueryOptions, keepPreviousData, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { case_parameters, type CaseFilter } from "../address/case_address";
import { read, type WriteMethod } from "./client";
import type { CaseList, MainstreamingCase } from "./mainstreaming_types";
import { useSend } from "./session";

const ADDRESS = "/api/v1/mainstreaming";

/** Of one innovation where it is given. */
export function cases_query(filter: CaseFilter, innovation: number | null = null) {
  return infiniteQueryOptions({
    queryKey: ["cases", filter, innovation],
    queryFn: ({ pageParam, signal }) => read<CaseList>(`${ADDRESS}${case_parameters(filter, innovation, pageParam)}`, signal),
    initialPageParam: null as number | null,
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
  });
}

export function case_query(id: string) {
  return queryOptions({
    queryKey: ["case", id],
    queryFn: ({ signal }) => read<MainstreamingCase>(`${ADDRESS}/${encodeURIComponent(id)}`, signal),
  });
}

interface CaseWrite {
  method?: WriteMethod;
  /** Behind /api/v1/mainstreaming: "", "/3", "/3/moves". */
  path: string;
  body: unknown;
}

/** Changes a case, or prepares one, and reads again; a refusal leaves what was typed where it is. */
export function useCaseWrite(on_done?: (made: { id: number } | undefined) => void) {
  const send = useSend();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ method = "POST", path, body }: CaseWrite) => send<{ id: number } | undefined>(method, `${ADDRESS}${path}`, body),
    onSuccess: async (made) => {
      await queries.invalidateQueries({ queryKey: ["case"] });
      await queries.invalidateQueries({ queryKey: ["cases"] });
      on_done?.(made);
    },
  });
}
