import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useId } from "react";
import { aim_rows_query } from "../../api/aims_queries";
import type { AimName, AimSeries } from "../../api/aims_types";
import { useMessages } from "../../messages/messages";
import { Failure } from "../../parts/failure";
import { value_in_words } from "./aim_value";

/** The rows behind a figure of a year, as many as the reader asks for. */
export function FigureRows({ state, series, year }: { state: string; series: AimSeries; year: number }) {
  const t = useMessages();
  const heading = useId();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    aim_rows_query(state, series.figure, year),
  );
  if (error) return <Failure error={error} on_retry={() => void refetch()} />;
  const rows = data?.pages.flatMap((page) => page.rows) ?? [];
  const total = data?.pages[0]?.total;
  return (
    <section aria-labelledby={heading} aria-busy={data === undefined}>
      <h4 id={heading}>{t.aims.rows_heading(year)}</h4>
      {total !== undefined && <p role="status">{t.aims.rows_shown(rows.length, total)}</p>}
      <ul className="aim-rows">
        {rows.map(({ names, value }) => (
          <li key={names.map(({ id }) => id).join(".")}>
            {names.map((name, index) => (
              <span key={index}>
                {index > 0 && <span aria-hidden="true"> · </span>}
                <RowName name={name} />
              </span>
            ))}
            {value !== null && `: ${value_in_words(value, series.unit, t)}`}
          </li>
        ))}
      </ul>
      {hasNextPage && (
        <button type="button" className="button button-small" aria-disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t.aims.more_rows}
        </button>
      )}
    </section>
  );
}

function RowName({ name: { kind, id, slug, name } }: { name: AimName }) {
  if (kind === "innovation") {
    return (
      <Link to="/innovations/$id" params={{ id: String(id) }}>
        {name}
      </Link>
    );
  }
  if (slug === null) return name;
  return (
    <Link to={kind === "project" ? "/projects/$id" : "/organisations/$id"} params={{ id: slug }}>
      {name}
    </Link>
  );
}
