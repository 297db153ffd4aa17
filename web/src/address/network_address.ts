// Whose network somebody looks at and between whom a way is looked for, and its form in the address bar, both ways:
//
//   ?around=12&way_from=12&way_to=345
//
// Pure functions. What is not asked for is not written; what cannot be read is left out.

export interface NetworkAddress {
  /** Organisation, by id or address: only it, its partners and their ties. */
  around?: string;
  way_from?: string;
  way_to?: string;
}

const NAMES = ["around", "way_from", "way_to"] as const;

/** "12" of "12", "12-school" and the address of its page; nothing of anything else. */
export function organisation_number(typed: string): string | undefined {
  return /^(?:.*\/organisations\/)?(\d{1,18})(?:-[^/]*)?\/?$/.exec(typed.trim())?.[1];
}

export function read_network(search: string): NetworkAddress {
  const parameters = new URLSearchParams(search);
  const state: NetworkAddress = {};
  for (const name of NAMES) {
    const number = organisation_number(parameters.get(name) ?? "");
    if (number) state[name] = number;
  }
  return state;
}

/** With the leading question mark; empty where nothing is asked. */
export function write_network(state: NetworkAddress): string {
  const parts = NAMES.flatMap((name) => (state[name] ? [`${name}=${encodeURIComponent(state[name])}`] : []));
  return parts.length > 0 ? `?${parts.join("&")}` : "";
}
