// The Member States to choose from. Pure functions.
import { MEMBER_STATES } from "../adoption/tile_map";
import type { Format } from "../../format/use_format";

export interface StateOption {
  value: string;
  label: string;
}

/** By name in the reader's language; `present`, which an address may bring, is among them. */
export function state_options(present: string, format: Format, none: string): StateOption[] {
  const codes = present === "" || MEMBER_STATES.includes(present) ? MEMBER_STATES : [...MEMBER_STATES, present];
  const named = codes.map((value) => ({ value, label: format.country(value) }));
  return [{ value: "", label: none }, ...named.sort((a, b) => a.label.localeCompare(b.label))];
}
