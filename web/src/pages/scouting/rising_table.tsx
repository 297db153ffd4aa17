import { Link } from "@tanstack/react-router";
import { with_filter, type SearchState } from "../../address/search_address";
import { of_search } from "../../api/scouting_queries";
import type { RisingTerm, RisingTerms } from "../../api/scouting_types";
import { useFormat, type Format } from "../../format/use_format";
import { useMessages } from "../../messages/messages";

const BAR = 8;
const HEIGHT = 32;

/** Terms with a small chart each; every number leads to its projects. */
export function RisingTable({ rising, state }: { rising: RisingTerms; state: SearchState }) {
  const t = useMessages();
  return (
    <div className="table-scroll" role="group" aria-label={t.scouting.table} tabIndex={0}>
      <table className="table rising-table">
        <thead>
          <tr>
            <th scope="col">{t.scouting.column_term}</th>
            <th scope="col">{t.scouting.column_years}</th>
            <th scope="col">{t.scouting.column_growth}</th>
            <th scope="col" className="number">
              {t.scouting.column_total}
            </th>
          </tr>
        </thead>
        <tbody>
          {rising.terms.map((term) => (
            <TermRow key={term.query} term={term} period={period_of(rising)} state={state} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The years that all terms are counted in, as a filter. */
function period_of({ years }: RisingTerms): string {
  return `${years[0]?.year}..${years.at(-1)?.year}`;
}

function TermRow({ term, period, state }: { term: RisingTerm; period: string; state: SearchState }) {
  const t = useMessages();
  const format = useFormat();
  const chosen = state.filters?.year;
  const behind = (years: string[]) => with_filter({ ...of_search(state), q: term.query }, "year", years);
  return (
    <tr>
      <th scope="row" className="rising-term">
        {term.term}
      </th>
      <td>
        <YearBars term={term} />
        <details>
          <summary aria-label={t.scouting.by_year(term.term)}>{t.search.year_table}</summary>
          <table>
            <thead>
              <tr>
                <th scope="col">{t.scouting.column_year}</th>
                <th scope="col" className="number">
                  {t.scouting.column_total}
                </th>
                <th scope="col" className="number">
                  {t.scouting.column_share}
                </th>
              </tr>
            </thead>
            <tbody>
              {term.years.map(({ year, projects, share }) => (
                <tr key={year}>
                  <th scope="row">{year}</th>
                  <td className="number">
                    {projects === 0 ? (
                      format.number(0)
                    ) : (
                      <Link to="/" search={behind([String(year)])}>
                        {format.number(projects)}
                      </Link>
                    )}
                  </td>
                  <td className="number">{share === null ? t.scouting.no_share : fine_percent(share, t.locale)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      </td>
      <td>{growth_words(term, t.scouting, format)}</td>
      <td className="number">
        <Link to="/" search={behind(chosen?.length ? chosen : [period])}>
          {format.number(term.projects)}
        </Link>
      </td>
    </tr>
  );
}

/** The share of each year as a bar, on the scale of the term's greatest. */
function YearBars({ term }: { term: RisingTerm }) {
  const t = useMessages();
  const highest = Math.max(...term.years.map(({ share }) => share ?? 0));
  const shares = term.years.map(({ year, share }) => `${year} ${share === null ? t.scouting.no_share : fine_percent(share, t.locale)}`);
  return (
    <svg
      className="rising-bars"
      viewBox={`0 0 ${term.years.length * BAR} ${HEIGHT}`}
      role="img"
      aria-label={t.scouting.chart(term.term, shares.join(", "))}
    >
      {term.years.map(({ year, share }, place) => {
        const height = ((share ?? 0) / highest) * (HEIGHT - 1);
        return <rect key={year} x={place * BAR + 1} y={HEIGHT - height} width={BAR - 2} height={height} />;
      })}
    </svg>
  );
}

/** Shares of terms are small: two digits that matter. */
export function fine_percent(part: number, locale: string): string {
  return new Intl.NumberFormat(locale, { style: "percent", maximumSignificantDigits: 2 }).format(part);
}

function growth_words({ growth }: RisingTerm, words: ReturnType<typeof useMessages>["scouting"], format: Format): string {
  const more = (factor: number) => `+${format.percent(factor - 1)}`.replace(/^\+([-−])/, "$1");
  if (growth.high === null) return words.growth_at_least(more(growth.low));
  return words.growth(more(growth.per_year), more(growth.low), more(growth.high));
}
