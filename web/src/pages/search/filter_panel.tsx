import { FACETS, with_filter, type SearchState } from "../../address/search_address";
import type { Facet } from "../../api/types";
import { FacetValues } from "./facet_values";
import "./filter_panel.css";
import { FilterGroup } from "./filter_group";
import type { Go } from "./search_page";
import { YearFilter } from "./year_filter";

interface FilterPanelProps {
  state: SearchState;
  facets: Facet[];
  on_change: Go;
}

/** All facets, one group each; the first ones are open. */
export function FilterPanel({ state, facets, on_change }: FilterPanelProps) {
  const known = FACETS.flatMap((name) => {
    const facet = facets.find((candidate) => candidate.name === name);
    return facet && facet.values.length > 0 ? [{ name, facet }] : [];
  });
  return (
    <div className="filters">
      {known.map(({ name, facet }, place) => {
        const chosen = state.filters?.[name] ?? [];
        const choose = (values: string[]) => on_change(with_filter(state, name, values));
        return (
          <FilterGroup key={name} name={name} chosen={chosen.length} open={place < 4 || chosen.length > 0}>
            {name === "year" ? (
              <YearFilter facet={facet} chosen={chosen} on_choose={choose} />
            ) : (
              <FacetValues name={name} facet={facet} chosen={chosen} on_choose={choose} />
            )}
          </FilterGroup>
        );
      })}
    </div>
  );
}
