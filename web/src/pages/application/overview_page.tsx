// All states by all items of one version of the framework.
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import type { ApplicationOverview } from "../../api/application_types";
import { applications_query } from "../../api/application_queries";
import { ApiError } from "../../api/client";
import { useAccount } from "../../api/session";
import { useMessages } from "../../messages/messages";
import { Choice } from "../../parts/choice";
import { Failure } from "../../parts/failure";
import { PageSkeleton } from "../../parts/page_skeleton";
import { usePageTitle } from "../../parts/page_title";
import { framework_applications_route } from "../../router";
import { NotFoundPage } from "../not_found";
import "./application.css";
import { BeginForm } from "./begin_form";
import { in_order } from "./heat_cells";
import { HeatLegend } from "./heat_legend";
import { HeatMap } from "./heat_map";
import { Opened } from "./opened";
import { usePlaceName } from "./place_name";
import { states_of } from "./speakers";

const BY_NAME = "name";

/** Of the newest version that is agreed. */
export function OverviewPage() {
  return <OverviewOf />;
}

/** Of the version in the address. */
export function VersionOverviewPage() {
  const { number } = framework_applications_route.useParams();
  return <OverviewOf version={number} />;
}

function OverviewOf({ version }: { version?: string }) {
  const t = useMessages();
  const { data, error, refetch } = useQuery(applications_query(version));
  usePageTitle(t.application.heading);
  if (error instanceof ApiError && error.status === 404) return <NotFoundPage />;
  return (
    <div className="applications">
      <h1>{t.application.heading}</h1>
      <p className="application-intro">{t.application.intro}</p>
      {error ? (
        <Failure error={error} on_retry={() => void refetch()} />
      ) : !data ? (
        <PageSkeleton />
      ) : data.version ? (
        <Overview overview={data} number={data.version.number} />
      ) : (
        <NoneAgreed />
      )}
    </div>
  );
}

function NoneAgreed() {
  const t = useMessages();
  return (
    <p>
      {t.application.none_agreed} <Link to="/framework">{t.application.to_framework}</Link>
    </p>
  );
}

function Overview({ overview, number }: { overview: ApplicationOverview; number: string }) {
  const t = useMessages();
  const place_name = usePlaceName();
  const [order, set_order] = useState(BY_NAME);
  const [with_regions, set_with_regions] = useState(false);
  const states = overview.rows.filter(({ region }) => region === null);
  const has_regions = states.length < overview.rows.length;
  const shown = in_order(with_regions ? overview.rows : states, order === BY_NAME ? null : order, place_name);
  const applying = states.filter(({ cells }) => cells !== null).length;
  return (
    <>
      <p>{t.application.coverage(applying, states.length)}</p>
      {!overview.rows.some(({ cells }) => cells) && <p>{t.application.nobody}</p>}
      <div className="application-bar">
        <VersionChoice overview={overview} number={number} />
        <Choice
          label={t.application.order}
          value={order}
          options={[
            { value: BY_NAME, label: t.application.order_name },
            ...overview.items.map(({ key }) => ({ value: key, label: t.application.order_item(key) })),
          ]}
          on_choose={set_order}
        />
        {has_regions && (
          <label className="application-regions">
            <input type="checkbox" checked={with_regions} onChange={(event) => set_with_regions(event.target.checked)} />
            {t.application.show_regions}
          </label>
        )}
      </div>
      <HeatMap overview={overview} rows={shown} />
      {overview.version?.state === "agreed" && <Begin overview={overview} number={number} />}
      <HeatLegend />
    </>
  );
}

/** For whoever speaks for a state: the first of theirs that has no application yet is offered. */
function Begin({ overview, number }: { overview: ApplicationOverview; number: string }) {
  const t = useMessages();
  const states = states_of(useAccount());
  if (states.length === 0) return null;
  const has_begun = (state: string) => overview.rows.some(({ code, cells }) => code === state && cells !== null);
  const code = states.find((state) => !has_begun(state)) ?? states[0] ?? "";
  return <Opened label={t.application.forms.begin}>{() => <BeginForm version={number} code={code} />}</Opened>;
}

function VersionChoice({ overview, number }: { overview: ApplicationOverview; number: string }) {
  const t = useMessages();
  const navigate = useNavigate();
  if (overview.versions.length < 2) return <p>{t.application.of_version(number)}</p>;
  return (
    <Choice
      label={t.application.version}
      value={number}
      options={overview.versions.map((version) => ({
        value: version.number,
        label: t.application.version_choice(version.number, version.applications),
      }))}
      on_choose={(chosen) => void navigate({ to: "/framework/$number/applications", params: { number: chosen } })}
    />
  );
}
