import { useQuery } from "@tanstack/react-query";
import { REJECTS_SHOWN, rejects_query } from "../../api/queries";
import { useMessages } from "../../messages/messages";
import { Failure } from "../../parts/failure";
import { PageSkeleton } from "../../parts/page_skeleton";

/** The rows of an import that could not be used, with the reason and the raw text. */
export function Rejects({ run }: { run: number }) {
  const t = useMessages();
  const { data, error, refetch } = useQuery(rejects_query(run));
  const column = t.coverage.reject_column;
  if (error) return <Failure error={error} on_retry={() => void refetch()} />;
  if (!data) return <PageSkeleton />;
  return (
    <section aria-labelledby="rejects" className="rejects">
      <h3 id="rejects">{t.coverage.rejects_of(run)}</h3>
      {data.length === REJECTS_SHOWN && <p>{t.coverage.rejects_first(REJECTS_SHOWN)}</p>}
      <div className="table-scroll" role="group" aria-labelledby="rejects" tabIndex={0}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{column.file}</th>
              <th scope="col" className="number">
                {column.line}
              </th>
              <th scope="col">{column.column}</th>
              <th scope="col">{column.reason}</th>
              <th scope="col">{column.raw}</th>
            </tr>
          </thead>
          <tbody>
            {data.map((reject, place) => (
              <tr key={place}>
                <th scope="row" className="file-name">
                  {reject.file}
                </th>
                <td className="number">{reject.line}</td>
                <td>{reject.column}</td>
                <td className="reject-reason">{reject.reason}</td>
                <td>
                  <code className="reject-raw">{reject.raw}</code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
