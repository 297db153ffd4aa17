// Who may be offered which form; the server decides.
import type { Account } from "../../api/account_types";
import { holds } from "../../api/session";

const REPRESENTATIVE = "member_state_representative";
const OFFICER = "national_agency_officer";

type Somebody = Account | null | undefined;

/** For a state: its representative, or the officer of its national agency. */
export function speaks_for(account: Somebody, state: string): boolean {
  return holds(account, [REPRESENTATIVE, OFFICER], state);
}

export function represents(account: Somebody, state: string): boolean {
  return holds(account, [REPRESENTATIVE], state);
}

/** An officer of another state, who does not speak for this one. */
export function is_peer_of(account: Somebody, state: string): boolean {
  return holds(account, [OFFICER]) && !speaks_for(account, state);
}

/** The states that somebody speaks for, each once. */
export function states_of(account: Somebody): string[] {
  const grants = account?.grants ?? [];
  return [...new Set(grants.filter(({ role }) => role === REPRESENTATIVE || role === OFFICER).map(({ scope }) => scope))];
}
