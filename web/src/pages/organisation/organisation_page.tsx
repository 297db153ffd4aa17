// One organisation: who it is, and its projects.
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { ApiError } from "../../api/client";
import { organisation_query } from "../../api/queries";
import type { Organisation } from "../../api/types";
import { useFormat } from "../../format/use_format";
import { useMessages } from "../../messages/messages";
import { Facts } from "../../parts/facts";
import { Failure } from "../../parts/failure";
import { OutsideLink } from "../../parts/outside_link";
import { PageSkeleton } from "../../parts/page_skeleton";
import { usePageTitle } from "../../parts/page_title";
import { NotFound } from "../not_found";
import { ContactSection } from "../partnership/contact_section";
import "../project/project_page.css";
import { OrganisationProjects } from "./organisation_projects";
import { ProjectsByYear } from "./projects_by_year";
import { Roles } from "./roles";
import "./organisation_page.css";

const route = getRouteApi("/organisations/$id");
const FIRST_PROJECTS = 100;
const ALL_PROJECTS = 1000;

export function OrganisationPage() {
  const t = useMessages();
  const { id } = route.useParams();
  const [limit, set_limit] = useState(FIRST_PROJECTS);
  const few = useQuery(organisation_query(id, FIRST_PROJECTS));
  const many = useQuery({ ...organisation_query(id, limit), enabled: limit > FIRST_PROJECTS });
  const organisation = many.data ?? few.data;
  usePageTitle(organisation?.name);
  useOwnAddress(id, organisation?.id);

  if (few.error instanceof ApiError && few.error.status === 404) {
    return <NotFound heading={t.organisation.not_found} why={t.organisation.not_found_why(id)} />;
  }
  if (few.error) return <Failure error={few.error} on_retry={() => void few.refetch()} />;
  if (!organisation) return <PageSkeleton />;
  return <OrganisationDetails organisation={organisation} on_all={() => set_limit(ALL_PROJECTS)} />;
}

/** Who became part of another is shown under the address of that one. */
function useOwnAddress(asked: string, found: string | undefined) {
  const navigate = useNavigate();
  useEffect(() => {
    if (found === undefined || found === asked) return;
    void navigate({ to: "/organisations/$id", params: { id: found }, hash: true, replace: true });
  }, [asked, found, navigate]);
}

function OrganisationDetails({ organisation, on_all }: { organisation: Organisation; on_all: () => void }) {
  const t = useMessages();
  const format = useFormat();
  const { projects, project_count, coordinator_count } = organisation;
  const number = String(organisation.id).split("-")[0] ?? organisation.id;
  const place = [organisation.city, organisation.country && format.country(organisation.country)];
  return (
    <article className="project">
      <header className="project-head">
        <p className="project-kind">
          <span>
            {organisation.type === "unknown"
              ? organisation.type_label || t.organisation.kind
              : (t.organisation_type[organisation.type] ?? organisation.type_label)}
          </span>
          <span>{place.filter(Boolean).join(", ")}</span>
        </p>
        <h1>
          {organisation.name}
          {organisation.short_name && <span className="project-acronym">{organisation.short_name}</span>}
        </h1>
      </header>
      <div className="project-columns">
        <div className="project-main">
          <p className="organisation-sentence">
            {t.organisation.takes_part(project_count)}
            {coordinator_count > 0 && `, ${t.organisation.coordinates(coordinator_count)}`}.
          </p>
          <div className="organisation-charts">
            <ProjectsByYear projects={projects} />
            <Roles projects={projects} />
          </div>
          <OrganisationProjects projects={projects} />
          {projects.length < project_count && (
            <p>
              {t.organisation.shown(projects.length, project_count)}{" "}
              {projects.length < ALL_PROJECTS && (
                <button type="button" className="link-button" onClick={on_all}>
                  {t.organisation.show_all}
                </button>
              )}
            </p>
          )}
        </div>
        <aside className="project-side" aria-label={t.organisation.identifiers}>
          <ContactSection slug={organisation.id} />
          <Identity organisation={organisation} />
          <p>
            <Link to="/partners" search={{ with: [number] }}>
              {t.partners.of_organisation}
            </Link>
          </p>
          <p>
            <Link to="/network" search={{ around: number }}>
              {t.network.of_organisation}
            </Link>
          </p>
          <p>
            <Link to="/network" search={{ way_from: number }}>
              {t.network.way_of_organisation}
            </Link>
          </p>
          <p>
            <a href={`/api/v1/organisations/${encodeURIComponent(organisation.id)}`}>{t.project.json}</a>
          </p>
        </aside>
      </div>
    </article>
  );
}

function Identity({ organisation }: { organisation: Organisation }) {
  const t = useMessages();
  const format = useFormat();
  const words = t.organisation;
  const address = [
    organisation.street,
    [organisation.post_code, organisation.city].filter(Boolean).join(" "),
    organisation.region,
    organisation.country && format.country(organisation.country),
  ].filter(Boolean);
  return (
    <section aria-labelledby="identity">
      <h2 id="identity">{words.identifiers}</h2>
      <Facts
        entries={[
          [words.pic, organisation.pic && <abbr title={words.pic_what}>{organisation.pic}</abbr>],
          [words.oid, organisation.oid && <abbr title={words.oid_what}>{organisation.oid}</abbr>],
          [words.vat, organisation.vat],
          [words.nuts, organisation.nuts],
          [words.address, address.join(", ")],
          [words.website, organisation.website && <OutsideLink url={organisation.website} />],
          [words.sme, organisation.is_sme === null ? "" : organisation.is_sme ? words.yes : words.no],
        ]}
      />
      {organisation.aliases.length > 0 && (
        <>
          <h2>{words.aliases}</h2>
          <ul className="aliases">
            {organisation.aliases.map((alias) => (
              <li key={alias}>{alias}</li>
            ))}
          </ul>
        </>
      )}
      <p>
        <Link to="/organisations/$id/history" params={{ id: organisation.id }}>
          {t.identity.history_link}
        </Link>
      </p>
    </section>
  );
}
