// Who supports an innovation or an amendment: the rows behind the count; keys begin with what a write reads anew.
import { infiniteQueryOptions } from "@tanstack/react-query";
import { read } from "./client";

export interface Supporter {
  since: string;
  /** Null for visitors, and of an erased account. */
  name: string | null;
  is_you: boolean;
  member_states: string[];
  organisations: { id: string; name: string }[];
}

export interface SupporterList {
  total: number;
  supporters: Supporter[];
}

export interface Supported {
  kind: "innovation" | "amendment";
  id: number;
}

const PATH = { innovation: "innovations", amendment: "framework/amendments" } as const;

export function supporters_query({ kind, id }: Supported) {
  return infiniteQueryOptions({
    queryKey: [kind === "innovation" ? "innovation" : "framework", "supporters", id],
    queryFn: ({ pageParam, signal }) => read<SupporterList>(`/api/v1/${PATH[kind]}/${id}/supporters?offset=${pageParam}`, signal),
    initialPageParam: 0,
    getNextPageParam: ({ total, supporters }, _, offset) => {
      const next = offset + supporters.length;
      return supporters.length > 0 && next < total ? next : undefined;
    },
  });
}
