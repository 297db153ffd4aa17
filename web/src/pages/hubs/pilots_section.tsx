import { Link } from "@tanstack/react-router";
import type { Hub } from "../../api/hub_types";
import { useFormat } from "../../format/use_format";
import { useMessages } from "../../messages/messages";
import { is_of_places } from "./places";

/** At the places of the hub; of one of a theme alone, those of innovations on it. */
export function PilotsSection({ hub }: { hub: Hub }) {
  const t = useMessages();
  const format = useFormat();
  const of_places = is_of_places(hub);
  return (
    <section aria-labelledby="hub-pilots">
      <h2 id="hub-pilots">{of_places ? t.hubs.pilots : t.hubs.theme_pilots}</h2>
      {hub.pilots.length === 0 && <p>{of_places ? t.hubs.no_pilots : t.hubs.no_theme_pilots}</p>}
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
