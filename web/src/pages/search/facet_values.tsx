import { useState } from "react";
import { Checkbox } from "react-aria-components/Checkbox";
import { CheckboxGroup } from "react-aria-components/CheckboxGroup";
import type { FacetName } from "../../address/search_address";
import type { Facet } from "../../api/types";
import { useFormat } from "../../format/use_format";
import { useMessages } from "../../messages/messages";
import { CheckIcon } from "../../parts/icons";
import { value_label } from "./value_label";

const SHOWN_FOLDED = 6;
/** From so many values on, a field finds among them. */
const FIND_FROM = 12;

interface FacetValuesProps {
  name: FacetName;
  facet: Facet;
  chosen: string[];
  on_choose: (values: string[]) => void;
}

/** The values of a facet with their counts, to tick; several mean "any of them". The unknown stand last. */
export function FacetValues({ name, facet, chosen, on_choose }: FacetValuesProps) {
  const t = useMessages();
  const format = useFormat();
  const [unfolded, set_unfolded] = useState(false);
  const [wanted, set_wanted] = useState("");

  const all = facet.values.map((entry) => ({ ...entry, text: value_label(name, entry.value, entry.label, t, format) }));
  // What is chosen stays to be seen even where nothing of it is left in the result.
  for (const value of chosen) {
    if (!all.some((entry) => entry.value === value)) {
      all.push({ value, label: value, text: value_label(name, value, value, t, format), count: 0, selected: true });
    }
  }
  const known = all.filter(({ value }) => value !== "unknown");
  const unknown = all.filter(({ value }) => value === "unknown");
  const foldable = known.length > SHOWN_FOLDED + 1;
  const folded = foldable && !unfolded;
  const fits = (text: string) => plain(text).includes(plain(wanted));
  const shown = folded
    ? known.filter(({ value }, place) => place < SHOWN_FOLDED || chosen.includes(value))
    : known.filter(({ text, value }) => fits(text) || chosen.includes(value));
  const to_find = !folded && known.length >= FIND_FROM;

  return (
    <>
      {to_find && (
        <input
          type="search"
          className="facet-find"
          aria-label={t.search.find_value(t.facet[name])}
          placeholder={t.search.find_value(t.facet[name])}
          value={wanted}
          onChange={(event) => set_wanted(event.target.value)}
        />
      )}
      <CheckboxGroup aria-label={t.facet[name]} value={chosen} onChange={on_choose} className="facet-values">
        {[...shown, ...unknown].map(({ value, text, count }) => (
          <Checkbox key={value} value={value} className="facet-value">
            <span className="tick">
              <CheckIcon />
            </span>
            <span className={value === "unknown" ? "facet-text facet-unknown" : "facet-text"}>{text}</span>
            <span className="facet-count">{format.number(count)}</span>
          </Checkbox>
        ))}
      </CheckboxGroup>
      {shown.length === 0 && unknown.length === 0 && <p className="facet-note">{t.search.no_value}</p>}
      {!folded && facet.distinct > all.length && (
        <p className="facet-note">{t.search.only_top(known.length, facet.distinct)}</p>
      )}
      {foldable && (
        <button
          type="button"
          className="link-button"
          aria-expanded={!folded}
          onClick={() => {
            set_unfolded(folded);
            set_wanted("");
          }}
        >
          {folded ? t.search.more_values(known.length) : t.search.fewer_values}
        </button>
      )}
    </>
  );
}

/** Without case and accents, so that "malaga" finds "Málaga". */
function plain(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
