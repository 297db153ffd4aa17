// What the catalogue holds, what was imported when, and what could not be used.
import { useQuery } from "@tanstack/react-query";
import { coverage_query } from "../../api/queries";
import { useMessages } from "../../messages/messages";
import { Failure } from "../../parts/failure";
import { Origin } from "../../parts/origin";
import { PageSkeleton } from "../../parts/page_skeleton";
import { usePageTitle } from "../../parts/page_title";
import "./coverage_page.css";
import { CoverageTable } from "./coverage_table";
import { ImportRuns } from "./import_runs";

export function CoveragePage() {
  const t = useMessages();
  const { data, error, refetch } = useQuery(coverage_query);
  usePageTitle(t.coverage.heading);
  return (
    <div className="coverage">
      <h1>{t.coverage.heading}</h1>
      <p className="coverage-intro">
        {t.coverage.intro} {data && <strong>{t.coverage.total(t.count.projects(data.projects))}</strong>}
      </p>
      {data && <Origin as_of={data.as_of} of="coverage" />}
      {error ? (
        <Failure error={error} on_retry={() => void refetch()} />
      ) : data ? (
        <CoverageTable rows={data.rows} />
      ) : (
        <PageSkeleton />
      )}
      <ImportRuns />
      <section aria-labelledby="sources" className="coverage-sources">
        <h2 id="sources">{t.coverage.sources}</h2>
        <p>{t.coverage.sources_text}</p>
      </section>
    </div>
  );
}
