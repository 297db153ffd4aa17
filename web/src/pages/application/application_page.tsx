// One state or region: how far it has come with a version of the framework, item by item.
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { Application } from "../../api/application_types";
import { application_query } from "../../api/application_queries";
import { ApiError } from "../../api/client";
import { useFormat } from "../../format/use_format";
import { useMessages } from "../../messages/messages";
import { Failure } from "../../parts/failure";
import { PageSkeleton } from "../../parts/page_skeleton";
import { usePageTitle } from "../../parts/page_title";
import { useScrollToHash } from "../../parts/use_scroll_to_hash";
import { application_route, application_version_route } from "../../router";
import { NotFoundPage } from "../not_found";
import "./application.css";
import { AppliedItems } from "./applied_items";
import { ApplicationHistory, NextActs, Related } from "./course";
import { Gaps } from "./gaps";
import { level_of } from "./heat_cells";
import { usePlaceName } from "./place_name";
import { StageLabel } from "./stage_label";
import { Standings } from "./standings";

/** Of the newest version that is applied there. */
export function ApplicationPage() {
  const { code } = application_route.useParams();
  return <ApplicationOf code={code} />;
}

/** Of the version in the address. */
export function ApplicationVersionPage() {
  const { code, number } = application_version_route.useParams();
  return <ApplicationOf code={code} version={number} />;
}

function ApplicationOf({ code, version }: { code: string; version?: string }) {
  const { data, error, refetch } = useQuery(application_query(code, version));
  const place_name = usePlaceName();
  usePageTitle(data ? place_name(data) : code);
  if (error instanceof ApiError && error.status === 404) return <NotFoundPage />;
  if (error) return <Failure error={error} on_retry={() => void refetch()} />;
  return data ? <Profile application={data} /> : <PageSkeleton />;
}

function Profile({ application }: { application: Application }) {
  const t = useMessages();
  const place_name = usePlaceName();
  useScrollToHash();
  const assessed = application.items.filter((item) => level_of(item) !== null).length;
  return (
    <article className="applications">
      <h1>{place_name(application)}</h1>
      <Facts application={application} />
      {application.newer && <p className="application-newer">{t.application.newer(application.newer)}</p>}
      <p>{t.application.assessed(assessed, application.items.length)}</p>
      <NextActs application={application} />
      <Gaps items={application.items} />
      <Standings items={application.items} />
      <AppliedItems items={application.items} />
      <ApplicationHistory application={application} />
      <Related application={application} />
    </article>
  );
}

function Facts({ application }: { application: Application }) {
  const t = useMessages();
  const format = useFormat();
  const { version } = application;
  return (
    <dl className="application-facts">
      <div>
        <dt>{t.application.stage_label}</dt>
        <dd>
          <StageLabel stage={application.stage} />
        </dd>
      </div>
      <div>
        <dt>{t.application.type_label}</dt>
        <dd>{t.application.type[application.type]}</dd>
      </div>
      <div>
        <dt>{t.application.version_label}</dt>
        <dd>
          <Link to="/framework/$number" params={{ number: version }}>
            {application.version_title} {version}
          </Link>
          {" · "}
          <Link to="/framework/$number/applications" params={{ number: version }}>
            {t.application.overview_link}
          </Link>
        </dd>
      </div>
      <div>
        <dt>{t.application.begun}</dt>
        <dd>
          {format.date(application.begun.slice(0, 10))}
          {application.carried_from && (
            <>
              {" · "}
              <Link to="/applications/$code/$number" params={{ code: application.code, number: application.carried_from }}>
                {t.application.carried_from(application.carried_from)}
              </Link>
            </>
          )}
        </dd>
      </div>
    </dl>
  );
}
