// What the pages ask of applications of the framework. The keys begin as those of the framework, with which they change.
import { queryOptions } from "@tanstack/react-query";
import type { Application, ApplicationOverview } from "./application_types";
import { read } from "./client";

export const APPLICATIONS_KEY = ["framework", "applications"] as const;

const of_version = (version: string | undefined) => (version ? `?version=${encodeURIComponent(version)}` : "");

/** All states by all items of a version; without one, of the newest that is agreed. */
export function applications_query(version?: string) {
  return queryOptions({
    queryKey: [...APPLICATIONS_KEY, "", version ?? ""],
    queryFn: ({ signal }) => read<ApplicationOverview>(`/api/v1/applications${of_version(version)}`, signal),
  });
}

/** One state or region; without a version, the newest that is applied there. */
export function application_query(code: string, version?: string) {
  return queryOptions({
    queryKey: [...APPLICATIONS_KEY, code, version ?? ""],
    queryFn: ({ signal }) =>
      read<Application>(`/api/v1/applications/${encodeURIComponent(code)}${of_version(version)}`, signal),
  });
}
