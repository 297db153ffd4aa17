import type { OrganisationProject } from "../../api/types";
import { useFormat } from "../../format/use_format";
import { useMessages } from "../../messages/messages";

const BAR = 24;
const HEIGHT = 64;

/** How many projects begin in each year: a chart, and the same as a table. */
export function ProjectsByYear({ projects }: { projects: OrganisationProject[] }) {
  const t = useMessages();
  const format = useFormat();
  const years = count_by_year(projects);
  if (years.length < 2) return null;
  const highest = Math.max(...years.map(({ count }) => count));
  return (
    <section aria-labelledby="over-time">
      <h2 id="over-time">{t.organisation.over_time}</h2>
      <figure className="bars">
        <svg
          viewBox={`0 0 ${years.length * BAR} ${HEIGHT}`}
          preserveAspectRatio="none"
          role="img"
          aria-label={t.organisation.over_time_intro}
        >
          {years.map(({ year, count }, place) => {
            const height = (count / highest) * (HEIGHT - 2);
            return (
              <rect key={year} x={place * BAR + 2} y={HEIGHT - height} width={BAR - 4} height={height}>
                <title>{t.search.year_bar(String(year), count)}</title>
              </rect>
            );
          })}
        </svg>
        <figcaption>
          <span>{years[0]?.year}</span>
          <span>{years.at(-1)?.year}</span>
        </figcaption>
      </figure>
      <details className="year-numbers">
        <summary>{t.search.year_table}</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">{t.organisation.year_column}</th>
              <th scope="col" className="number">
                {t.organisation.count_column}
              </th>
            </tr>
          </thead>
          <tbody>
            {years
              .filter(({ count }) => count > 0)
              .map(({ year, count }) => (
                <tr key={year}>
                  <th scope="row">{year}</th>
                  <td className="number">{format.number(count)}</td>
                </tr>
              ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}

function count_by_year(projects: OrganisationProject[]): { year: number; count: number }[] {
  const years = projects.flatMap(({ start }) => (start ? [Number(start.slice(0, 4))] : []));
  if (years.length === 0) return [];
  const first = Math.min(...years);
  return Array.from({ length: Math.max(...years) - first + 1 }, (_, place) => ({
    year: first + place,
    count: years.filter((year) => year === first + place).length,
  }));
}
