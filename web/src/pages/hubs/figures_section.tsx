import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { hub_figures_query, hub_organisations_query, search_in } from "../../api/hub_queries";
import type { Hub, HubFigures, HubQuarter } from "../../api/hub_types";
import { useFormat } from "../../format/use_format";
import { useMessages } from "../../messages/messages";
import { Failure } from "../../parts/failure";
import { Origin } from "../../parts/origin";
import { PageSkeleton } from "../../parts/page_skeleton";
import { QuarterChart } from "./quarter_chart";
import { useQuarterName } from "./quarter_name";

/** Quarter by quarter, as a picture and as a table whose numbers lead to what they count. */
export function FiguresSection({ hub }: { hub: Hub }) {
  const t = useMessages();
  const { data, error, refetch } = useQuery(hub_figures_query(hub.slug, hub.revision));
  return (
    <section aria-labelledby="hub-figures">
      <h2 id="hub-figures">{t.hubs.figures}</h2>
      <p className="hub-intro">{t.hubs.figures_intro}</p>
      {error ? <Failure error={error} on_retry={() => void refetch()} /> : data ? <Figures figures={data} /> : <PageSkeleton />}
    </section>
  );
}

function Figures({ figures }: { figures: HubFigures }) {
  const t = useMessages();
  const { coverage } = figures;
  const [opened, set_opened] = useState<string | null>(null);
  return (
    <>
      <QuarterChart quarters={figures.quarters} />
      <QuarterTable figures={figures} opened={opened} on_open={set_opened} />
      <p>{t.hubs.coverage(coverage.projects, coverage.earlier, coverage.later, coverage.without_start)}</p>
      <p>{t.hubs.coverage_members(coverage.members_known, coverage.shown)}</p>
      <Origin as_of={figures.as_of} of="hub" />
      {opened !== null && <Organisations hub={figures.hub} quarter={opened} />}
      <Countries figures={figures} />
    </>
  );
}

interface QuarterTableProps {
  figures: HubFigures;
  /** The quarter whose organisations are shown. */
  opened: string | null;
  on_open: (quarter: string | null) => void;
}

function QuarterTable({ figures, opened, on_open }: QuarterTableProps) {
  const t = useMessages();
  const format = useFormat();
  const name_of = useQuarterName();
  return (
    <div className="table-scroll" role="group" aria-label={t.hubs.table} tabIndex={0}>
      <table className="hub-table">
        <caption>{t.hubs.table}</caption>
        <thead>
          <tr>
            <th scope="col">{t.hubs.column_quarter}</th>
            <th scope="col">{t.hubs.column_projects}</th>
            <th scope="col">{t.hubs.column_organisations}</th>
            <th scope="col">{t.hubs.column_newcomers}</th>
            <th scope="col">{t.hubs.column_countries}</th>
            <th scope="col">{t.hubs.column_grant}</th>
          </tr>
        </thead>
        <tbody>
          {figures.quarters.map((quarter) => (
            <tr key={quarter.quarter}>
              <th scope="row">{name_of(quarter.quarter)}</th>
              <td>
                {quarter.projects === 0 ? (
                  0
                ) : (
                  <Link to="/" search={search_in({ ...figures.filter, query: quarter.query })}>
                    {format.number(quarter.projects)}
                  </Link>
                )}
              </td>
              <td>
                {quarter.organisations === 0 ? (
                  0
                ) : (
                  <button
                    type="button"
                    className="hub-count"
                    aria-expanded={opened === quarter.quarter}
                    aria-label={t.hubs.show_organisations(quarter.organisations, name_of(quarter.quarter))}
                    onClick={() => on_open(opened === quarter.quarter ? null : quarter.quarter)}
                  >
                    {format.number(quarter.organisations)}
                  </button>
                )}
              </td>
              <td>{format.number(quarter.newcomers)}</td>
              <td>{format.number(quarter.countries)}</td>
              <td>
                <Grant quarter={quarter} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Grant({ quarter }: { quarter: HubQuarter }) {
  const t = useMessages();
  const format = useFormat();
  const { grant_eur, grant_known, projects } = quarter;
  if (grant_eur === null) return projects === 0 ? "–" : t.hubs.grant_unknown;
  const amount = format.money(grant_eur);
  return grant_known === projects ? amount : t.hubs.grant_of(amount, grant_known, projects);
}

function Organisations({ hub, quarter }: { hub: string; quarter: string }) {
  const t = useMessages();
  const format = useFormat();
  const name_of = useQuarterName();
  const { data, error, refetch, fetchNextPage, hasNextPage } = useInfiniteQuery(hub_organisations_query(hub, quarter));
  if (error) return <Failure error={error} on_retry={() => void refetch()} />;
  if (!data) return <PageSkeleton />;
  return (
    <section aria-labelledby="hub-organisations">
      <h3 id="hub-organisations">{t.hubs.organisations_of(name_of(quarter))}</h3>
      <ul className="hub-entries">
        {data.pages
          .flatMap(({ organisations }) => organisations)
          .map((one) => (
            <li key={one.id}>
              <Link to="/organisations/$id" params={{ id: one.id }}>
                {one.name}
              </Link>{" "}
              <span className="missing">
                {one.country && `${format.country(one.country)}, `}
                {t.count.projects(one.projects)}
              </span>{" "}
              {one.newcomer && <span className="hub-state">{t.hubs.newcomer}</span>}
            </li>
          ))}
      </ul>
      {hasNextPage && (
        <button type="button" className="button" onClick={() => void fetchNextPage()}>
          {t.hubs.more}
        </button>
      )}
    </section>
  );
}

function Countries({ figures }: { figures: HubFigures }) {
  const t = useMessages();
  const format = useFormat();
  const { countries, coverage, quarters } = figures;
  const first = quarters[0];
  const last = quarters.at(-1);
  if (countries.length === 0 || !first || !last) return null;
  const began = `start:${first.from.slice(0, 7)}..${last.to.slice(0, 7)}`;
  const query = figures.filter.query ? `(${figures.filter.query}) AND ` : "";
  return (
    <details className="hub-countries">
      <summary>{t.hubs.by_country}</summary>
      <table className="hub-table">
        <caption>{t.hubs.by_country}</caption>
        <thead>
          <tr>
            <th scope="col">{t.hubs.column_country}</th>
            <th scope="col">{t.hubs.column_organisations}</th>
          </tr>
        </thead>
        <tbody>
          {countries.map(({ country, organisations }) => (
            <tr key={country}>
              <th scope="row">
                <Link to="/" search={search_in({ ...figures.filter, query: `${query}country:${country} AND ${began}` })}>
                  {format.country(country)}
                </Link>
              </th>
              <td>{format.number(organisations)}</td>
            </tr>
          ))}
          {coverage.country_unknown > 0 && (
            <tr>
              <th scope="row">{t.hubs.country_unknown}</th>
              <td>{format.number(coverage.country_unknown)}</td>
            </tr>
          )}
        </tbody>
      </table>
    </details>
  );
}
