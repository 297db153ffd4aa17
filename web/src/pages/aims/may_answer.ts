import { useQuery } from "@tanstack/react-query";
import { providers_query } from "../../api/adoption_queries";
import type { Provider } from "../../api/adoption_types";
import { holds, useAccount } from "../../api/session";

export const SPEAKERS_OF_STATE = ["national_agency_officer", "member_state_representative"] as const;

/** Providers of the state for which the reader may answer. The server decides; this only spares people forms that would be refused. */
export function useMayAnswer(state: string): Provider[] {
  const account = useAccount();
  const { data: list } = useQuery({ ...providers_query, enabled: Boolean(account) });
  const speaks_for_state = holds(account, SPEAKERS_OF_STATE, state);
  const organisations = account?.grants.filter(({ role }) => role === "organisation_representative").map(({ scope }) => scope) ?? [];
  return (list?.providers ?? []).filter(
    ({ member_state, organisation }) =>
      member_state === state && (speaks_for_state || organisations.some((id) => organisation?.startsWith(`${id}-`))),
  );
}
