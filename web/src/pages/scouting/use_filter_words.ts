import { FACETS, type SearchState } from "../../address/search_address";
import { useFormat } from "../../format/use_format";
import { useMessages } from "../../messages/messages";
import { value_label } from "../search/value_label";

/** The filters of a search in words, "Country: Portugal, Romania; Year: 2015–2017"; empty where there are none. */
export function useFilterWords(state: SearchState): string {
  const t = useMessages();
  const format = useFormat();
  return FACETS.flatMap((facet) => {
    const values = state.filters?.[facet];
    if (!values) return [];
    return [`${t.facet[facet]}: ${values.map((value) => value_label(facet, value, value, t, format)).join(", ")}`];
  }).join("; ");
}
