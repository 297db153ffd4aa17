// Nothing found: what to try, each with one click.
import { FACETS, filter_count, without_filter, without_filters, with_words, type SearchState } from "../../address/search_address";
import type { Facet } from "../../api/types";
import { useFormat } from "../../format/use_format";
import { useMessages } from "../../messages/messages";
import type { Go } from "./search_page";
import { served_label, value_label } from "./value_label";

interface NothingFoundProps {
  state: SearchState;
  facets: Facet[];
  on_change: Go;
}

export function NothingFound({ state, facets, on_change }: NothingFoundProps) {
  const t = useMessages();
  const format = useFormat();
  const filters = FACETS.flatMap((facet) => (state.filters?.[facet] ?? []).map((value) => ({ facet, value })));
  const single_word = /^[\p{L}\p{N}]{4,}$/u.test(state.q ?? "") ? state.q : undefined;

  return (
    <section className="nothing">
      <h2>{t.search.nothing}</h2>
      <p>{t.search.nothing_try}</p>
      <ul>
        {filters.map(({ facet, value }) => (
          <li key={`${facet} ${value}`}>
            <button
              type="button"
              className="link-button"
              onClick={() => on_change(without_filter(state, facet, value))}
            >
              {t.search.nothing_without(
                t.facet[facet],
                value_label(facet, value, served_label(facets, facet, value), t, format),
              )}
            </button>
          </li>
        ))}
        {filter_count(state) > 1 && (
          <li>
            <button type="button" className="link-button" onClick={() => on_change(without_filters(state))}>
              {t.search.nothing_no_filters}
            </button>
          </li>
        )}
        {single_word && (
          <li>
            <button
              type="button"
              className="link-button"
              onClick={() => on_change(with_words(state, `${single_word.slice(0, -1)}*`))}
            >
              {t.search.nothing_prefix(single_word.slice(0, -1))}
            </button>
          </li>
        )}
        {state.q && <li>{t.search.nothing_words}</li>}
        <li>
          <button type="button" className="link-button" onClick={() => on_change({ sort: "-start" })}>
            {t.search.nothing_all}
          </button>
        </li>
      </ul>
    </section>
  );
}
