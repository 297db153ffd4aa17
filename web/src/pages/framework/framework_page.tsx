// The versions of the framework and where each stands.
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { framework_versions_query } from "../../api/queries";
import type { VersionSummary } from "../../api/types";
import { useFormat } from "../../format/use_format";
import { useMessages } from "../../messages/messages";
import { Failure } from "../../parts/failure";
import { PageSkeleton } from "../../parts/page_skeleton";
import { usePageTitle } from "../../parts/page_title";
import { DraftVersion } from "./draft_version";
import "./framework.css";
import { VersionStateLabel } from "./version_state_label";

export function FrameworkPage() {
  const t = useMessages();
  const { data, error, refetch } = useQuery(framework_versions_query);
  usePageTitle(t.framework.heading);
  return (
    <div className="framework">
      <h1>{t.framework.heading}</h1>
      <p className="framework-intro">{t.framework.intro}</p>
      {error ? (
        <Failure error={error} on_retry={() => void refetch()} />
      ) : !data ? (
        <PageSkeleton />
      ) : data.length === 0 ? (
        <p>{t.framework.none}</p>
      ) : (
        <Versions versions={data} />
      )}
      {data && <DraftVersion versions={data} />}
    </div>
  );
}

function Versions({ versions }: { versions: VersionSummary[] }) {
  const t = useMessages();
  const format = useFormat();
  return (
    <section aria-labelledby="versions">
      <h2 id="versions">{t.framework.versions}</h2>
      <div className="table-scroll" role="group" aria-labelledby="versions" tabIndex={0}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t.framework.column_version}</th>
              <th scope="col">{t.framework.column_title}</th>
              <th scope="col">{t.framework.column_state}</th>
              <th scope="col">{t.framework.column_since}</th>
            </tr>
          </thead>
          <tbody>
            {[...versions].reverse().map((version) => (
              <tr key={version.number}>
                <th scope="row">
                  <Link to="/framework/$number" params={{ number: version.number }}>
                    {version.number}
                  </Link>
                </th>
                <td>{version.title}</td>
                <td>
                  <VersionStateLabel state={version.state} />
                </td>
                <td className="date">{format.date(version.created.slice(0, 10))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
