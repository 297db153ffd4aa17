// How far an innovation has spread: coverage with its map, the curve, and every row behind them.
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { adoption_query } from "../../api/adoption_queries";
import type { Adoption } from "../../api/adoption_types";
import { ApiError } from "../../api/client";
import { useFormat } from "../../format/use_format";
import { useMessages } from "../../messages/messages";
import { Failure } from "../../parts/failure";
import { PageSkeleton } from "../../parts/page_skeleton";
import { usePageTitle } from "../../parts/page_title";
import { adoption_route } from "../../router";
import { NotFoundPage } from "../not_found";
import "./adoption.css";
import { AdoptionForms } from "./adoption_forms";
import { AdoptionMap } from "./adoption_map";
import { AdoptionRows } from "./adoption_rows";
import { ForecastSection } from "./forecast_section";
import { SpreadCurve } from "./spread_curve";

export function AdoptionPage() {
  const t = useMessages();
  const { id } = adoption_route.useParams();
  const { data, error, refetch } = useQuery(adoption_query(id));
  usePageTitle(data && t.adoption.heading(data.innovation.title));
  if (error instanceof ApiError && error.status === 404) return <NotFoundPage />;
  if (error) return <Failure error={error} on_retry={() => void refetch()} />;
  return data ? <AdoptionDetails adoption={data} /> : <PageSkeleton />;
}

function AdoptionDetails({ adoption }: { adoption: Adoption }) {
  const t = useMessages();
  return (
    <article className="adoption">
      <h1>{t.adoption.heading(adoption.innovation.title)}</h1>
      <p>
        <Link to="/innovations/$id" params={{ id: String(adoption.innovation.id) }}>
          {t.adoption.back}
        </Link>{" "}
        <Link to="/providers">{t.adoption.providers}</Link>
      </p>
      <CoverageSection adoption={adoption} />
      <SpreadCurve spread={adoption.spread} />
      <ForecastSection spread={adoption.spread} forecast={adoption.forecast} />
      <AdoptionRows adoption={adoption} />
      <AdoptionForms innovation={adoption.innovation.id} />
    </article>
  );
}

function CoverageSection({ adoption }: { adoption: Adoption }) {
  const t = useMessages();
  const format = useFormat();
  const { coverage, states, as_of, changed } = adoption;
  return (
    <section aria-labelledby="coverage">
      <h2 id="coverage">{t.adoption.coverage}</h2>
      <p className="adoption-figure">
        {coverage.in_scope === 0
          ? t.adoption.no_providers
          : coverage.share === null
            ? t.adoption.not_heard
            : t.adoption.share(format.percent(coverage.share), coverage.using, coverage.reporting, coverage.in_scope)}
      </p>
      <p className="missing">
        {t.adoption.as_of(format.date(as_of) ?? as_of)} {changed && t.adoption.changed(format.moment(changed))} {t.adoption.source}
      </p>
      {states.length > 0 && (
        <div className="coverage-by-state">
          <AdoptionMap states={states} />
          <div className="table-scroll" role="group" aria-label={t.adoption.by_state} tabIndex={0}>
            <table className="table">
              <thead>
                <tr>
                  <th scope="col">{t.adoption.column_state}</th>
                  <th scope="col">{t.adoption.column_using}</th>
                  <th scope="col">{t.adoption.column_reporting}</th>
                  <th scope="col">{t.adoption.column_in_scope}</th>
                  <th scope="col">{t.adoption.column_share}</th>
                </tr>
              </thead>
              <tbody>
                {states.map((state) => (
                  <tr key={state.member_state}>
                    <th scope="row">{format.country(state.member_state)}</th>
                    <td>
                      {state.rows.length > 0 ? <a href={`#rows-${state.member_state}`}>{format.number(state.using)}</a> : format.number(state.using)}
                    </td>
                    <td>{format.number(state.reporting)}</td>
                    <td>
                      <Link to="/providers" hash={state.member_state}>
                        {format.number(state.in_scope)}
                      </Link>
                    </td>
                    <td>{state.share === null ? t.adoption.not_known : format.percent(state.share)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </div>
      )}
    </section>
  );
}
