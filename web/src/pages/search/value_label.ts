// What a value of a facet is called: countries, languages and our own codes in the reader's language, the rest as the
// server labels it.
import type { FacetName } from "../../address/search_address";
import type { Facet, Status } from "../../api/types";
import type { Format } from "../../format/use_format";
import type { Messages } from "../../messages/en";

export function value_label(facet: FacetName, value: string, label: string, t: Messages, format: Format): string {
  if (facet === "status") return t.status[value as Status] ?? label;
  if (value === "unknown") return t.unknown;
  if (facet === "country" || facet === "coordinator_country") return translated(format.country(value), value, label);
  if (facet === "language") return translated(format.language(value), value, label);
  if (facet === "organisation_type") return t.organisation_type[value] ?? label;
  if (facet === "year") return value.replace("..", "–");
  return label;
}

function translated(name: string, code: string, label: string): string {
  return name === code ? label : name;
}

/** The server's label of a chosen value, where its facet is at hand; else the value itself. */
export function served_label(facets: Facet[], facet: FacetName, value: string): string {
  const found = facets.find(({ name }) => name === facet)?.values.find((entry) => entry.value === value);
  return found?.label ?? value;
}
