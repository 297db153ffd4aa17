// What a link brings into the consortium that somebody builds:
//
//   ?rules=erasmus-ka220&organisation=12&organisation=840
//
// Pure functions. What is not asked for is not written; what cannot be read is left out.
export interface ConsortiumAddress {
  /** The name of a set of rules. */
  rules?: string;
  /** Ids of the catalogue. */
  organisations?: string[];
}

const RULES = /^[a-z0-9-]{1,60}$/;
const ID = /^\d{1,15}(-.*)?$/;
const MOST = 100;

export function read_consortium(search: string): ConsortiumAddress {
  const parameters = new URLSearchParams(search);
  const rules = parameters.get("rules");
  const ids = parameters.getAll("organisation").filter((id) => ID.test(id));
  const organisations = [...new Set(ids.map((id) => id.split("-")[0]!))].slice(0, MOST);
  return {
    ...(rules !== null && RULES.test(rules) && { rules }),
    ...(organisations.length > 0 && { organisations }),
  };
}

/** "?rules=erasmus-ka220&organisation=12", or nothing. */
export function write_consortium({ rules, organisations }: ConsortiumAddress): string {
  const parts = [...(rules === undefined ? [] : [`rules=${rules}`]), ...(organisations ?? []).map((id) => `organisation=${id}`)];
  return parts.length === 0 ? "" : `?${parts.join("&")}`;
}
