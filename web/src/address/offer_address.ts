// Which offers a list shows, and its form in the address bar, both ways:
//
//   ?about=welding&offer_kind=request&offer_country=PT
//
// Pure functions. What is not asked for is not written; what cannot be read is left out.
import { OFFER_KINDS, PARTNER_ROLES, type OfferKind, type PartnerRole } from "../api/partnership_types";

export interface OfferFilter {
  about?: string;
  offer_kind?: OfferKind;
  offer_role?: PartnerRole;
  /** Two letters. */
  offer_country?: string;
  offer_programme?: string;
  /** A day on which answers are of use still. */
  offer_until?: string;
}

export function read_offer_filter(search: string): OfferFilter {
  const parameters = new URLSearchParams(search);
  const [about, offer_country, offer_programme, offer_until] = ["about", "offer_country", "offer_programme", "offer_until"].map(
    (name) => parameters.get(name) ?? "",
  );
  const offer_kind = OFFER_KINDS.find((kind) => kind === parameters.get("offer_kind"));
  const offer_role = PARTNER_ROLES.find((role) => role === parameters.get("offer_role"));
  return {
    ...(about && { about }),
    ...(offer_kind && { offer_kind }),
    ...(offer_role && { offer_role }),
    ...(offer_country && { offer_country }),
    ...(offer_programme && { offer_programme }),
    ...(offer_until && { offer_until }),
  };
}

/** "?about=welding", or nothing. */
export function write_offer_filter({ about, offer_kind, offer_role, offer_country, offer_programme, offer_until }: OfferFilter): string {
  return query_of({ about, offer_kind, offer_role, offer_country, offer_programme, offer_until });
}

/** The query of the API. */
export function offer_parameters(filter: OfferFilter, offset: number): string {
  return query_of({
    q: filter.about,
    kind: filter.offer_kind,
    role: filter.offer_role,
    country: filter.offer_country,
    programme: filter.offer_programme,
    answered_by: filter.offer_until,
    offset: offset > 0 ? String(offset) : undefined,
  });
}

function query_of(values: Record<string, string | undefined>): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) if (value) parameters.set(name, value);
  const text = parameters.toString();
  return text === "" ? "" : `?${text}`;
}
