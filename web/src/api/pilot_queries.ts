// What the pages of evidence ask the API for; keys are the request itself.
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { read, type WriteMethod } from "./client";
import type { Evidence, Pilot, PilotPower, Protocol, ProtocolContent } from "./pilot_types";
import { useSend } from "./session";

export function evidence_query(innovation: string) {
  return queryOptions({
    queryKey: ["evidence", "innovation", innovation],
    queryFn: ({ signal }) => read<Evidence>(`/api/v1/innovations/${encodeURIComponent(innovation)}/evidence`, signal),
  });
}

export function protocol_query(id: string) {
  return queryOptions({
    queryKey: ["evidence", "protocol", id],
    queryFn: ({ signal }) => read<Protocol>(`/api/v1/protocols/${encodeURIComponent(id)}`, signal),
  });
}

export function pilot_query(id: string) {
  return queryOptions({
    queryKey: ["evidence", "pilot", id],
    queryFn: ({ signal }) => read<Pilot>(`/api/v1/pilots/${encodeURIComponent(id)}`, signal),
  });
}

/** What a pilot as planned can detect. */
export function power_query(plan: ProtocolContent) {
  const asked = new URLSearchParams({
    design: plan.design,
    unit: plan.unit,
    planned_treated: String(plan.planned_treated),
    planned_control: String(plan.planned_control),
    learners_in_a_group: String(plan.learners_in_a_group),
    intraclass_correlation: String(plan.intraclass_correlation),
    pre_post_correlation: String(plan.pre_post_correlation),
  }).toString();
  return queryOptions({
    queryKey: ["power", asked],
    queryFn: ({ signal }) => read<PilotPower>(`/api/v1/pilot-power?${asked}`, signal),
    placeholderData: keepPreviousData,
    retry: false,
  });
}

interface PilotWrite {
  method?: WriteMethod;
  /** Behind /api/v1: "/protocols", "/pilots/3/moves". */
  path: string;
  body: unknown;
}

/** Changes a protocol or a pilot and reads again; a refusal leaves what was typed where it is. */
export function usePilotWrite<Answer = { id: number } | undefined>(on_done?: (answer: Answer) => void) {
  const send = useSend();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ method = "POST", path, body }: PilotWrite) => send<Answer>(method, `/api/v1${path}`, body),
    onSuccess: async (answer) => {
      await queries.invalidateQueries({ queryKey: ["evidence"] });
      on_done?.(answer);
    },
  });
}
