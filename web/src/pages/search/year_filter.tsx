// The years in which projects start: a small chart to click or drag, and the same by two fields for the keyboard.
import { useId, useState } from "react";
import type { Facet } from "../../api/types";
import { useMessages } from "../../messages/messages";
import { YearNumbers } from "../../parts/year_numbers";
import { FacetValues } from "./facet_values";
import { YearChart } from "./year_chart";
import { range_value, year_counts, years_of, type YearRange } from "./years";

interface YearFilterProps {
  facet: Facet;
  chosen: string[];
  on_choose: (values: string[]) => void;
}

export function YearFilter({ facet, chosen, on_choose }: YearFilterProps) {
  const t = useMessages();
  const counts = year_counts(facet.values);
  const range = years_of(chosen);
  const unknown = facet.values.filter(({ value }) => value === "unknown");
  const with_unknown = chosen.includes("unknown");
  const first = counts[0]?.year;
  const last = counts.at(-1)?.year;

  const choose = (next: YearRange | null) =>
    on_choose([...(next ? [range_value(next)] : []), ...(with_unknown ? ["unknown"] : [])]);

  return (
    <div className="years">
      {counts.length > 1 && <YearChart counts={counts} range={range} on_choose={choose} />}
      {first !== undefined && last !== undefined && (
        <YearFields key={chosen.join()} first={first} last={last} range={range} on_choose={choose} />
      )}
      {unknown.length > 0 && (
        <FacetValues
          name="year"
          facet={{ ...facet, values: unknown, distinct: 0 }}
          chosen={with_unknown ? ["unknown"] : []}
          on_choose={(values) =>
            on_choose([...chosen.filter((value) => value !== "unknown"), ...values])
          }
        />
      )}
      {counts.length > 1 && (
        <YearNumbers counts={counts} year_column={t.facet.year} count_column={t.search.column_projects} />
      )}
    </div>
  );
}

interface YearFieldsProps {
  first: number;
  last: number;
  range: YearRange | null;
  on_choose: (range: YearRange | null) => void;
}

function YearFields({ first, last, range, on_choose }: YearFieldsProps) {
  const t = useMessages();
  const id = useId();
  const [from, set_from] = useState(range ? String(range.from) : "");
  const [to, set_to] = useState(range ? String(range.to) : "");
  const [wrong, set_wrong] = useState(false);

  const apply = () => {
    if (from.trim() === "" && to.trim() === "") return on_choose(null);
    const [low, high] = [Number(from.trim() || first), Number(to.trim() || last)];
    const readable = [low, high].every((year) => Number.isInteger(year) && year >= 1900 && year <= 2100);
    set_wrong(!readable);
    if (readable) on_choose({ from: Math.min(low, high), to: Math.max(low, high) });
  };

  const field = (value: string, change: (value: string) => void, label: string, placeholder: number) => (
    <input
      inputMode="numeric"
      autoComplete="off"
      maxLength={4}
      aria-label={`${t.facet.year}: ${label}`}
      aria-invalid={wrong || undefined}
      aria-describedby={wrong ? id : undefined}
      placeholder={String(placeholder)}
      value={value}
      onChange={(event) => change(event.target.value)}
    />
  );

  return (
    <form
      className="year-fields"
      onSubmit={(event) => {
        event.preventDefault();
        apply();
      }}
    >
      <span aria-hidden="true">{t.search.year_from}</span>
      {field(from, set_from, t.search.year_from, first)}
      <span aria-hidden="true">{t.search.year_to}</span>
      {field(to, set_to, t.search.year_to, last)}
      <button type="submit" className="button button-small">
        {t.search.year_apply}
      </button>
      {wrong && (
        <p id={id} className="field-error" role="alert">
          {t.search.year_wrong(1900, 2100)}
        </p>
      )}
    </form>
  );
}
