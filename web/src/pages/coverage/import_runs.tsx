import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { imports_query } from "../../api/queries";
import type { ImportRun } from "../../api/types";
import { useFormat } from "../../format/use_format";
import { useMessages } from "../../messages/messages";
import { Failure } from "../../parts/failure";
import { Rejects } from "./rejects";

const COUNTS = ["read", "new", "changed", "unchanged"] as const;

export function ImportRuns() {
  const t = useMessages();
  const { data, error, refetch } = useQuery(imports_query);
  const [opened, set_opened] = useState<number | null>(null);
  return (
    <section aria-labelledby="runs">
      <h2 id="runs">{t.coverage.runs}</h2>
      <p>{t.coverage.runs_intro}</p>
      {error && <Failure error={error} on_retry={() => void refetch()} />}
      {data?.length === 0 && <p className="coverage-empty">{t.coverage.no_runs}</p>}
      {data && data.length > 0 && (
        <RunTable runs={data} opened={opened} on_open={(run) => set_opened(run === opened ? null : run)} />
      )}
      {opened !== null && <Rejects key={opened} run={opened} />}
    </section>
  );
}

interface RunTableProps {
  runs: ImportRun[];
  opened: number | null;
  on_open: (run: number) => void;
}

function RunTable({ runs, opened, on_open }: RunTableProps) {
  const t = useMessages();
  const format = useFormat();
  const column = t.coverage.run_column;
  const newest_first = [...runs].sort((a, b) => b.id - a.id);
  return (
    <div className="table-scroll" role="group" aria-labelledby="runs" tabIndex={0}>
      <table className="table runs-table">
        <thead>
          <tr>
            <th scope="col" className="number">
              {column.id}
            </th>
            <th scope="col">{column.source}</th>
            <th scope="col">{column.began}</th>
            <th scope="col">{column.state}</th>
            {COUNTS.map((count) => (
              <th key={count} scope="col" className="number">
                {column[count]}
              </th>
            ))}
            <th scope="col" className="number">
              {column.rejected}
            </th>
          </tr>
        </thead>
        <tbody>
          {newest_first.map((run) => (
            <tr key={run.id}>
              <th scope="row" className="number">
                {run.id}
              </th>
              <td className="run-source">
                {run.source} <span className="beside">{run.label}</span>
              </td>
              <td className="date">{format.moment(run.began)}</td>
              <td>{t.coverage.state[run.state] ?? run.state}</td>
              {COUNTS.map((count) => (
                <td key={count} className="number">
                  {format.number(run[count])}
                </td>
              ))}
              <td className="number">
                {run.rejected === 0 ? (
                  format.number(0)
                ) : (
                  <button
                    type="button"
                    className="link-button"
                    aria-expanded={opened === run.id}
                    aria-label={t.coverage.rejects(run.rejected)}
                    onClick={() => on_open(run.id)}
                  >
                    {format.number(run.rejected)}
                  </button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
