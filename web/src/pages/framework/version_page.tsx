// One version of the framework: its text, what was done with it and what comes next, positions, amendments.
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { framework_query } from "../../api/queries";
import { holds, useAccount } from "../../api/session";
import type { FrameworkVersion } from "../../api/types";
import { useFormat } from "../../format/use_format";
import { useMessages } from "../../messages/messages";
import { ApiError } from "../../api/client";
import { Failure } from "../../parts/failure";
import { PageSkeleton } from "../../parts/page_skeleton";
import { usePageTitle } from "../../parts/page_title";
import { framework_version_route } from "../../router";
import { NotFoundPage } from "../not_found";
import { Amendments } from "./amendments";
import "./framework.css";
import { FrameworkItems } from "./framework_items";
import { NextActs } from "./next_acts";
import { Positions } from "./positions";
import { VersionStateLabel } from "./version_state_label";

export function VersionPage() {
  const { number } = framework_version_route.useParams();
  const { data, error, refetch } = useQuery(framework_query(number));
  const t = useMessages();
  usePageTitle(t.framework.version(number));
  if (error instanceof ApiError && error.status === 404) return <NotFoundPage />;
  if (error) return <Failure error={error} on_retry={() => void refetch()} />;
  return data ? <Version version={data} /> : <PageSkeleton />;
}

function Version({ version }: { version: FrameworkVersion }) {
  const t = useMessages();
  const account = useAccount();
  return (
    <article className="framework">
      <h1>
        {version.title} <span className="version-number">{version.number}</span>
      </h1>
      <p className="version-facts">
        <VersionStateLabel state={version.state} />
        {version.based_on && (
          <>
            <Link to="/framework/$number" params={{ number: version.based_on }}>
              {t.framework.based_on(version.based_on)}
            </Link>
            <Link to="/framework/$number/changes" params={{ number: version.number }}>
              {t.framework.see_changes}
            </Link>
          </>
        )}
        {(version.state === "agreed" || version.state === "superseded") && (
          <Link to="/framework/$number/applications" params={{ number: version.number }}>
            {t.application.heading}
          </Link>
        )}
        {version.state === "draft" && holds(account, ["framework_steward"]) && (
          <Link to="/framework/$number/edit" params={{ number: version.number }}>
            {t.framework.edit_this}
          </Link>
        )}
      </p>
      <NextActs version={version} />
      <FrameworkItems heading={t.framework.elements} kind="element" items={version.items} />
      <FrameworkItems heading={t.framework.principles} kind="principle" items={version.items} />
      <Positions version={version} />
      <Amendments version={version} />
      <History version={version} />
    </article>
  );
}

function History({ version }: { version: FrameworkVersion }) {
  const t = useMessages();
  const format = useFormat();
  if (version.moves.length === 0) return null;
  return (
    <section aria-labelledby="history">
      <h2 id="history">{t.framework.history}</h2>
      <ol className="history">
        {version.moves.map((move) => (
          <li key={move.at + move.act}>
            <span className="date">{format.moment(move.at)}</span> <VersionStateLabel state={move.to} /> {move.reasons}
          </li>
        ))}
      </ol>
    </section>
  );
}
