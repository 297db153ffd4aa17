// One offer or request in a list.
import { Link } from "@tanstack/react-router";
import type { NamedOrganisation, OfferCard } from "../../api/partnership_types";
import { useFormat } from "../../format/use_format";
import { useMessages } from "../../messages/messages";

export function OfferLines({ offers }: { offers: OfferCard[] }) {
  return (
    <ul className="offer-list">
      {offers.map((offer) => (
        <li key={offer.id}>
          <OfferLine offer={offer} />
        </li>
      ))}
    </ul>
  );
}

function OfferLine({ offer }: { offer: OfferCard }) {
  const t = useMessages();
  const format = useFormat();
  return (
    <>
      <Link to="/offers/$id" params={{ id: String(offer.id) }}>
        {offer.topic}
      </Link>
      <p className="offer-facts">
        <strong>{t.partnership.kind_name[offer.kind]}</strong>
        <span>{t.partnership.role_name[offer.role]}</span>
        <OrganisationName organisation={offer.organisation} />
        {offer.organisation.country && <span>{format.country(offer.organisation.country)}</span>}
        {offer.programme && <span>{offer.programme}</span>}
        {offer.state !== "published" && <span>{t.partnership.state[offer.state]}</span>}
        {offer.last_day && (
          <span>
            {t.partnership.last_day} {format.date(offer.last_day)}
          </span>
        )}
      </p>
    </>
  );
}

/** With its page, where the catalogue has it still. */
export function OrganisationName({ organisation }: { organisation: NamedOrganisation }) {
  const name = organisation.name ?? String(organisation.id);
  if (organisation.slug === null) return <span>{name}</span>;
  return (
    <Link to="/organisations/$id" params={{ id: organisation.slug }}>
      {name}
    </Link>
  );
}
