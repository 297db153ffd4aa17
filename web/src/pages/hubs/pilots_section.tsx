import { Link } from "@tanstack/react-router";
import type { Hub } from "../../api/hub_types";
import { useFormat } from "../../format/use_format";
import { useMessages } from "../../messages/messages";

/** At the places of the hub: countries that it chose, regions in its words; nothing where it has neither. */
export function PilotsSection({ hub }: { hub: Hub }) {
  const t = useMessages();
  const format = useFormat();
  const has_places = hub.filter.choices.some(({ facet }) => facet === "country") || hub.filter.query.includes("region:");
  if (!has_places) return null;
  return (
    <section aria-labelledby="hub-pilots">
      <h2 id="hub-pilots">{t.hubs.pilots}</h2>
      {hub.pilots.length === 0 && <p>{t.hubs.no_pilots}</p>}
      <ul className="hub-entries">
        {hub.pilots.map((pilot) => (
          <li key={pilot.id}>
            <Link to="/pilots/$id" params={{ id: String(pilot.id) }}>
              {pilot.innovation.title}: {pilot.site}
            </Link>
            <p className="missing">
              {format.country(pilot.member_state)}, {t.pilot.state[pilot.state]}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
