// One project: what, when, how much, who, and where we know it from.
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link, useCanGoBack, useRouter } from "@tanstack/react-router";
import { ApiError } from "../../api/client";
import { project_query } from "../../api/queries";
import type { Project } from "../../api/types";
import { useFormat } from "../../format/use_format";
import { useMessages } from "../../messages/messages";
import { Facts } from "../../parts/facts";
import { Failure } from "../../parts/failure";
import { BackIcon } from "../../parts/icons";
import { ProgrammeLabel, StatusLabel } from "../../parts/labels";
import { OutsideLink } from "../../parts/outside_link";
import { PageSkeleton } from "../../parts/page_skeleton";
import { usePageTitle } from "../../parts/page_title";
import { NotFound } from "../not_found";
import { Cite } from "./cite";
import { Participants } from "./participants";
import "./project_page.css";
import { SimilarProjects } from "./similar_projects";
import { Links, Topics } from "./topics_and_links";
import { History, Provenance } from "./provenance";
import { TimeBar } from "./time_bar";

const route = getRouteApi("/projects/$id");

export function ProjectPage() {
  const t = useMessages();
  const { id } = route.useParams();
  const { data, error, refetch } = useQuery(project_query(id));
  usePageTitle(data && (data.acronym || data.title));
  if (error instanceof ApiError && error.status === 404) {
    return <NotFound heading={t.project.not_found} why={t.project.not_found_why(id)} />;
  }
  if (error) return <Failure error={error} on_retry={() => void refetch()} />;
  return data ? <ProjectDetails project={data} /> : <PageSkeleton />;
}

function ProjectDetails({ project }: { project: Project }) {
  const t = useMessages();
  return (
    <article className="project">
      <header className="project-head">
        <BackLink />
        <p className="project-kind">
          <ProgrammeLabel programme={project.programme} />
          {project.action && <span>{project.action}</span>}
          <StatusLabel status={project.status} />
        </p>
        <h1>
          {project.title}
          {project.acronym && <span className="project-acronym">{project.acronym}</span>}
        </h1>
      </header>
      <div className="project-columns">
        <div className="project-main">
          <TimeBar project={project} />
          <Summary project={project} />
          <Participants project={project} />
          <Links links={project.links} />
          <Topics topics={project.topics} />
          <SimilarProjects id={project.id} />
          <History history={project.history} />
          <Provenance provenance={project.provenance} />
        </div>
        <aside className="project-side" aria-label={t.project.facts}>
          <ProjectFacts project={project} />
          <Cite project={project} />
          <p>
            <Link to="/propose" search={{ project: project.id }}>
              {t.innovation.propose_from_project}
            </Link>
          </p>
          <p>
            <a href={`/api/v1/projects/${encodeURIComponent(project.id)}`}>{t.project.json}</a>
          </p>
        </aside>
      </div>
    </article>
  );
}

/** Only where there is something to go back to. */
function BackLink() {
  const t = useMessages();
  const router = useRouter();
  if (!useCanGoBack()) return null;
  return (
    <button type="button" className="link-button back-link" onClick={() => router.history.back()}>
      <BackIcon />
      {t.project.back}
    </button>
  );
}

function Summary({ project }: { project: Project }) {
  const t = useMessages();
  const format = useFormat();
  const paragraphs = project.summary.split(/\n\s*\n|\r\n|\n/).filter((paragraph) => paragraph.trim() !== "");
  return (
    <section aria-labelledby="summary">
      <h2 id="summary">
        {t.project.summary}
        {project.summary_language && paragraphs.length > 0 && (
          <span className="beside"> {t.project.summary_language(format.language(project.summary_language))}</span>
        )}
      </h2>
      {paragraphs.length === 0 ? (
        <p className="missing">{t.project.no_summary}</p>
      ) : (
        <div lang={project.summary_language || undefined} className="readable">
          {paragraphs.map((paragraph, place) => (
            <p key={place}>{paragraph}</p>
          ))}
        </div>
      )}
    </section>
  );
}

function ProjectFacts({ project }: { project: Project }) {
  const t = useMessages();
  const format = useFormat();
  const { call_year } = project;
  return (
    <section aria-labelledby="facts">
      <h2 id="facts">{t.project.facts}</h2>
      <Facts
        entries={[
          [t.project.grant, project.grant_eur === null ? t.not_published : <strong>{format.money(project.grant_eur)}</strong>],
          [t.project.total_cost, project.total_cost_eur !== null && format.money(project.total_cost_eur)],
          [t.project.programme, project.programme],
          [t.project.key_action, project.key_action],
          [t.project.action, project.action],
          [t.project.call, project.call || (call_year === null ? "" : String(call_year))],
          [t.project.reference, project.key],
          ["DOI", project.doi && <OutsideLink url={`https://doi.org/${project.doi}`}>{project.doi}</OutsideLink>],
          [t.project.website, project.website && <OutsideLink url={project.website} />],
          [t.project.signed, format.date(project.signed_on)],
          [t.project.updated, format.date(project.updated_on)],
          [t.project.published_status, project.published_status],
        ].map(([name, value]) => [name as string, value === false ? null : value])}
      />
      {project.good_practice && <p className="award">{t.project.good_practice}</p>}
      {project.success_story && <p className="award">{t.project.success_story}</p>}
    </section>
  );
}
