import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { CaseFilter } from "../../address/case_address";
import { cases_query } from "../../api/mainstreaming_queries";
import { useFormat } from "../../format/use_format";
import { useMessages } from "../../messages/messages";
import { Failure } from "../../parts/failure";
import { PageSkeleton } from "../../parts/page_skeleton";
import { CaseStateLabel } from "./case_state_label";

interface CaseTableProps {
  filter: CaseFilter;
  /** Only of this one. */
  innovation?: number;
  /** Id of the heading that the table belongs to. */
  labelled_by: string;
  /** What is said where there is none. */
  none: string;
}

export function CaseTable({ filter, innovation, labelled_by, none }: CaseTableProps) {
  const t = useMessages();
  const format = useFormat();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(cases_query(filter, innovation ?? null));
  if (error) return <Failure error={error} on_retry={() => void refetch()} />;
  if (!data) return <PageSkeleton />;
  const rows = data.pages.flatMap((page) => page.cases);
  if (rows.length === 0) return <p>{none}</p>;
  return (
    <>
      <p role="status">{t.mainstreaming.count(data.pages[0]?.total ?? 0)}</p>
      <div className="table-scroll" role="group" aria-labelledby={labelled_by} tabIndex={0}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{innovation === undefined ? t.mainstreaming.column_innovation : t.mainstreaming.column_case}</th>
              <th scope="col">{t.mainstreaming.column_state}</th>
              <th scope="col">{t.mainstreaming.column_member_state}</th>
              <th scope="col">{t.mainstreaming.column_lever}</th>
              <th scope="col">{t.mainstreaming.column_authority}</th>
              <th scope="col">{t.mainstreaming.column_in_force}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <th scope="row">
                  <Link to="/mainstreaming/$id" params={{ id: String(row.id) }}>
                    {innovation === undefined ? row.innovation.title : `${t.mainstreaming.column_case} ${row.id}`}
                  </Link>
                </th>
                <td>
                  <CaseStateLabel state={row.state} />
                </td>
                <td>{format.country(row.member_state)}</td>
                <td>{t.mainstreaming.lever[row.lever]}</td>
                <td>{row.competent_authority}</td>
                <td>{format.date(row.in_force_from)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {hasNextPage && (
        <button type="button" className="button" aria-disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t.mainstreaming.more}
        </button>
      )}
    </>
  );
}
