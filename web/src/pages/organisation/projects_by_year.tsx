import type { OrganisationProject } from "../../api/types";
import { useMessages } from "../../messages/messages";
import { YearNumbers } from "../../parts/year_numbers";

const BAR = 24;
const HEIGHT = 64;

/** How many projects begin in each year: a chart, and the same as a table. */
export function ProjectsByYear({ projects }: { projects: OrganisationProject[] }) {
  const t = useMessages();
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
      <YearNumbers counts={years} year_column={t.organisation.year_column} count_column={t.organisation.count_column} />
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
