// Which mainstreaming cases a list shows, and its form in the address bar, both ways:
//
//   ?member_state=PT&case_state=in_force
//
// Pure functions. What is not asked for is not written; what cannot be read is left out.
import { CASE_STATES, type CaseState } from "../api/mainstreaming_types";

export interface CaseFilter {
  /** Two letters. */
  member_state?: string;
  case_state?: CaseState;
}

export function read_case_filter(search: string): CaseFilter {
  const parameters = new URLSearchParams(search);
  const member_state = parameters.get("member_state");
  const case_state = CASE_STATES.find((state) => state === parameters.get("case_state"));
  return { ...(member_state && { member_state }), ...(case_state && { case_state }) };
}

/** "?member_state=PT", or nothing. */
export function write_case_filter({ member_state, case_state }: CaseFilter): string {
  const parameters = new URLSearchParams({ ...(member_state && { member_state }), ...(case_state && { case_state }) });
  const text = parameters.toString();
  return text === "" ? "" : `?${text}`;
}

/** The query of the API; of one innovation where it is given. */
export function case_parameters({ member_state, case_state }: CaseFilter, innovation: number | null, after: number | null): string {
  const parameters = new URLSearchParams({
    ...(member_state && { member_state }),
    ...(case_state && { state: case_state }),
    ...(innovation !== null && { innovation: String(innovation) }),
    ...(after !== null && { after: String(after) }),
  });
  const text = parameters.toString();
  return text === "" ? "" : `?${text}`;
}
