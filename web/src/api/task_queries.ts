// What waits for the one who is signed in, and what the ecosystem is.
import { queryOptions } from "@tanstack/react-query";
import { read } from "./client";

export type TaskKind =
  | "move_version"
  | "settle_amendment"
  | "take_position"
  | "begin_application"
  | "explain_items"
  | "move_application"
  | "prepare_innovation"
  | "let_in"
  | "take_on"
  | "assess"
  | "decide_gate"
  | "confirm_override"
  | "take_up"
  | "decide_mainstreaming"
  | "prepare_case"
  | "decide_case"
  | "review_case"
  | "register_protocol"
  | "run_pilot"
  | "enter_pilot_data"
  | "evaluate_pilot";

export interface Task {
  kind: TaskKind;
  /** A version, the code of a state or region, or the title of an innovation. */
  about: string;
  /** The path of the page where it is done. */
  page: string;
  acts: string[];
  /** Needs by their names, or keys of elements and principles. */
  missing: string[];
  since: string;
}

/** Below the account's key, so that signing in or out forgets it. Never kept: others do things too. */
export const tasks_query = queryOptions({
  queryKey: ["account", "tasks"],
  queryFn: async ({ signal }) => (await read<{ tasks: Task[] }>("/api/v1/account/tasks", signal)).tasks,
  staleTime: 0,
});

export const ecosystem_query = queryOptions({
  queryKey: ["ecosystem"],
  queryFn: ({ signal }) => read<{ demonstration: boolean }>("/api/v1/ecosystem", signal),
});
