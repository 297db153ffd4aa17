// One state or region: how far it has come with a version of the framework, item by item.
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { Application } from "../../api/application_types";
import { application_query } from "../../api/application_queries";
import { ApiError } from "../../api/client";
import { useAccount } from "../../api/session";
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
import { BeginForm } from "./begin_form";
import { ApplicationHistory, NextActs, Related } from "./course";
import { Gaps } from "./gaps";
import { level_of } from "./heat_cells";
import { Opened } from "./opened";
import { usePlaceName } from "./place_name";
import { speaks_for } from "./speakers";
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
      {application.newer && <Newer application={application} version={application.newer} />}
      <p>{t.application.assessed(assessed, application.items.length)}</p>
      <p>
        <Link to="/aims/$state" params={{ state: application.state }}>
          {t.aims.link}
        </Link>
      </p>
      <NextActs application={application} />
      <Gaps items={application.items} />
      <Standings items={application.items} />
      <AppliedItems application={application} />
      <ApplicationHistory application={application} />
      <Related application={application} />
    </article>
  );
}

/** A version that was agreed since; who speaks for the state goes on with it. */
function Newer({ application, version }: { application: Application; version: string }) {
  const t = useMessages();
  const account = useAccount();
  return (
    <div className="application-newer">
      <p>{t.application.newer(version)}</p>
      {speaks_for(account, application.state) && (
        <Opened label={t.application.forms.begin_newer(version)}>
          {() => <BeginForm version={version} code={application.code} type={application.type} carry_from={application.version} />}
        </Opened>
      )}
    </div>
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
