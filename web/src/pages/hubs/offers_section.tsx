import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { hub_offers_query } from "../../api/hub_queries";
import type { Hub } from "../../api/hub_types";
import { useMessages } from "../../messages/messages";
import { Failure } from "../../parts/failure";
import { OfferLines } from "../partnership/offer_line";
import "../partnership/partnership.css";
import { is_of_places } from "./places";

/** Of organisations at the places of the hub; of one of a theme alone, of those in its projects. */
export function OffersSection({ hub }: { hub: Hub }) {
  const t = useMessages();
  const of_places = is_of_places(hub);
  const { data, error, refetch } = useQuery(hub_offers_query(hub.slug, hub.revision));
  return (
    <section aria-labelledby="hub-offers">
      <h2 id="hub-offers">{of_places ? t.hubs.offers : t.hubs.theme_offers}</h2>
      {error && <Failure error={error} on_retry={() => void refetch()} />}
      {data?.offers.length === 0 && <p>{of_places ? t.hubs.no_offers : t.hubs.no_theme_offers}</p>}
      {data && <OfferLines offers={data.offers} />}
      <p>
        <Link to="/offers" search={{}}>
          {t.hubs.all_offers}
        </Link>
      </p>
    </section>
  );
}
