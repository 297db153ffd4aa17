// What a reading of an innovation's potential says, in the reader's language. Pure functions.
import type { EvidenceFact } from "../../api/pilot_types";
import type { Potential, PotentialReason, StatedReason } from "../../api/potential_types";
import type { Format } from "../../format/use_format";
import type { Messages } from "../../messages/en";
import type { ReasonNumbers } from "../../messages/potential/en";

/** Of these reasons the names are keys of elements and principles. */
const ABOUT_ITEMS: readonly PotentialReason[] = ["ready_items", "short_items", "far_items", "unassessed_items"];

type Items = Potential["facts"]["readiness"]["items"];

/** `items`: those that the innovation addresses, by whose names keys are told. */
export function reason_sentence({ code, numbers, names }: StatedReason, items: Items, t: Messages, format: Format): string {
  const [first = 0, second = 0, third = 0, fourth = 0] = numbers;
  const padded: ReasonNumbers = [first, second, third, fourth];
  const words = ABOUT_ITEMS.includes(code) ? names.map((key) => name_with_key(key, items)) : names_in_words(code, numbers, names, t, format);
  return t.potential.reason[code](padded, words.join(", "));
}

function name_with_key(key: string, items: Items): string {
  const name = items.find((item) => item.key === key)?.name;
  return name ? `${name} (${key})` : key;
}

function names_in_words(code: PotentialReason, numbers: number[], names: string[], t: Messages, format: Format): string[] {
  if (code === "answered_no") return numbers.map(String);
  if (code === "would_raise") return names.map((fact) => t.pilot.fact[fact as EvidenceFact] ?? fact);
  return names.map(format.country);
}
