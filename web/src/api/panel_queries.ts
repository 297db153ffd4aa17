// What the pages of panels, rubrics and rankings ask the API for; keys are the request itself.
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { write_ranking, type RankingState } from "../address/ranking_address";
import { read, type WriteMethod } from "./client";
import type { Panel, PanelRound, RankedPortfolio, Rubric } from "./panel_types";
import { useSend } from "./session";

const RUBRICS = "/api/v1/rubrics";

export const rubrics_query = queryOptions({
  queryKey: ["rubrics"],
  queryFn: async ({ signal }) => (await read<{ rubrics: Rubric[] }>(RUBRICS, signal)).rubrics,
});

export function rubric_query(id: string) {
  return queryOptions({
    queryKey: ["rubric", id],
    queryFn: ({ signal }) => read<Rubric>(`${RUBRICS}/${encodeURIComponent(id)}`, signal),
  });
}

export function ranking_query(id: string, state: RankingState) {
  return queryOptions({
    queryKey: ["ranking", id, state],
    queryFn: ({ signal }) => read<RankedPortfolio>(`${RUBRICS}/${encodeURIComponent(id)}/ranking${write_ranking(state)}`, signal),
    placeholderData: keepPreviousData,
  });
}

export function panel_query(id: string) {
  return queryOptions({
    queryKey: ["panel", id],
    queryFn: ({ signal }) => read<Panel>(panel_address(id), signal),
  });
}

export function panel_round_query(id: string, round: number) {
  return queryOptions({
    queryKey: ["panel", id, round],
    queryFn: ({ signal }) => read<PanelRound>(`${panel_address(id)}/rounds/${round}`, signal),
  });
}

function panel_address(id: string): string {
  return `/api/v1/innovations/${encodeURIComponent(id)}/panel`;
}

interface Write {
  method?: WriteMethod;
  /** Behind /api/v1/rubrics, or behind the panel of an innovation. */
  path: string;
  body: unknown;
}

/** Changes a rubric, or drafts one, and reads again; a refusal leaves what was typed where it is. */
export function useRubricWrite(on_done?: (made: { id: number } | undefined) => void) {
  const send = useSend();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ method = "POST", path, body }: Write) => send<{ id: number } | undefined>(method, `${RUBRICS}${path}`, body),
    onSuccess: async (made) => {
      await queries.invalidateQueries({ queryKey: ["rubric"] });
      await queries.invalidateQueries({ queryKey: ["rubrics"] });
      on_done?.(made);
    },
  });
}

/** Does something at the panel of an innovation and reads it again. */
export function usePanelWrite(id: number, on_done?: () => void) {
  const send = useSend();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ method = "POST", path, body }: Write) => send(method, `${panel_address(String(id))}${path}`, body),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ["panel", String(id)] });
      await queries.invalidateQueries({ queryKey: ["innovation"] });
      on_done?.();
    },
  });
}
