import type { Hub } from "../../api/hub_types";

/** Whether a hub is of places: countries that it chose, regions in its words. Else it is of a theme alone. */
export function is_of_places(hub: Hub) {
  return hub.filter.choices.some(({ facet }) => facet === "country") || hub.filter.query.includes("region:");
}
