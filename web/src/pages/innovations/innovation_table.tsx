import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { InnovationFilter } from "../../address/innovation_address";
import { innovations_query } from "../../api/innovation_queries";
import { useFormat } from "../../format/use_format";
import { useMessages } from "../../messages/messages";
import { Failure } from "../../parts/failure";
import { PageSkeleton } from "../../parts/page_skeleton";
import { StateLabel } from "./state_label";

/** The rows behind the numbers; what came to nothing stands among the rest, with its reasons. */
export function InnovationTable({ filter }: { filter: InnovationFilter }) {
  const t = useMessages();
  const format = useFormat();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(innovations_query(filter));
  if (error) return <Failure error={error} on_retry={() => void refetch()} />;
  if (!data) return <PageSkeleton />;
  const rows = data.pages.flatMap((page) => page.innovations);
  const total = data.pages[0]?.total ?? 0;
  if (rows.length === 0) return <p>{Object.keys(filter).length > 0 ? t.innovation.none_here : t.innovation.none}</p>;
  return (
    <>
      <p role="status">{t.innovation.count(total)}</p>
      <div className="table-scroll" role="group" aria-labelledby="list" tabIndex={0}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t.innovation.column_title}</th>
              <th scope="col">{t.innovation.column_where}</th>
              <th scope="col">{t.innovation.column_state}</th>
              <th scope="col">{t.innovation.column_addresses}</th>
              <th scope="col">{t.innovation.column_supporters}</th>
              <th scope="col">{t.innovation.column_last}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <th scope="row">
                  <Link to="/innovations/$id" params={{ id: String(row.id) }}>
                    {row.title}
                  </Link>
                </th>
                <td>
                  <StateLabel stage={row.stage} standing={row.standing} />
                </td>
                <td>{format.country(row.member_state)}</td>
                <td>{row.framework_items.join(", ")}</td>
                <td>
                  {row.supporters === 0 ? (
                    format.number(0)
                  ) : (
                    <Link to="/innovations/$id" params={{ id: String(row.id) }} hash="supporters" aria-label={t.supporters.count(row.supporters)}>
                      {format.number(row.supporters)}
                    </Link>
                  )}
                </td>
                <td>
                  {row.last_act && <strong>{t.innovation.act[row.last_act]}: </strong>}
                  {row.last_reasons}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {hasNextPage && (
        <button type="button" className="button" aria-disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t.innovation.more}
        </button>
      )}
    </>
  );
}
