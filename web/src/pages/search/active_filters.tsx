import { FACETS, filter_count, without_filter, without_filters, type SearchState } from "../../address/search_address";
import type { Facet } from "../../api/types";
import { useFormat } from "../../format/use_format";
import { useMessages } from "../../messages/messages";
import { CloseIcon } from "../../parts/icons";
import type { Go } from "./search_page";
import { served_label, value_label } from "./value_label";

interface ActiveFiltersProps {
  state: SearchState;
  facets: Facet[];
  on_change: Go;
}

/** The chosen filters as chips that take themselves away. */
export function ActiveFilters({ state, facets, on_change }: ActiveFiltersProps) {
  const t = useMessages();
  const format = useFormat();
  if (filter_count(state) === 0) return null;
  return (
    <div className="chips" role="group" aria-label={t.search.active_filters}>
      <ul>
        {FACETS.filter((facet) => state.filters?.[facet]).map((facet) => (
          <li key={facet} className="chip-group">
            <span className="chip-facet" aria-hidden="true">
              {t.facet_short[facet]}
            </span>
            {state.filters?.[facet]?.map((value) => {
              const label = value_label(facet, value, served_label(facets, facet, value), t, format);
              return (
                <button
                  key={value}
                  type="button"
                  className="chip"
                  aria-label={t.search.remove_filter(t.facet[facet], label)}
                  onClick={() => {
                    on_change(without_filter(state, facet, value));
                    // The chip disappears with the focus on it: go on from the search words.
                    document.getElementById("search-words")?.focus({ preventScroll: true });
                  }}
                >
                  {label}
                  <CloseIcon />
                </button>
              );
            })}
          </li>
        ))}
      </ul>
      <button type="button" className="link-button" onClick={() => on_change(without_filters(state))}>
        {t.search.clear_all}
      </button>
    </div>
  );
}
