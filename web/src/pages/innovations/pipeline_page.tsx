// Innovations: the river of the pipeline, and the list of those that the filters leave.
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { pipeline_query } from "../../api/innovation_queries";
import { useMessages } from "../../messages/messages";
import { Failure } from "../../parts/failure";
import { PageSkeleton } from "../../parts/page_skeleton";
import { usePageTitle } from "../../parts/page_title";
import { innovations_route } from "../../router";
import { InnovationFilters } from "./innovation_filters";
import { InnovationTable } from "./innovation_table";
import "./innovations.css";
import { River } from "./river";

export function PipelinePage() {
  const t = useMessages();
  const filter = innovations_route.useSearch();
  const { data, error, refetch } = useQuery(pipeline_query);
  usePageTitle(t.innovation.heading);
  return (
    <div className="innovations">
      <h1>{t.innovation.heading}</h1>
      <p className="innovations-intro">{t.innovation.intro}</p>
      <p className="button-row innovations-ways">
        <Link to="/propose" search={{}} className="button button-strong">
          {t.innovation.propose}
        </Link>
        <Link to="/mainstreaming" search={{}}>
          {t.mainstreaming.of_innovation}
        </Link>
        <Link to="/compare" search={{}}>
          {t.potential.compare.link}
        </Link>
        <Link to="/rubrics">{t.panels.rubrics}</Link>
      </p>
      {error ? <Failure error={error} on_retry={() => void refetch()} /> : data ? <River pipeline={data} filter={filter} /> : <PageSkeleton />}
      <section aria-labelledby="list">
        <h2 id="list">{t.innovation.list}</h2>
        <InnovationFilters filter={filter} />
        <InnovationTable filter={filter} />
      </section>
    </div>
  );
}
