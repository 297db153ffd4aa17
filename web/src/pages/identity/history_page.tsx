// The names of one organisation, and everything that was decided on who it is; curators undo and split here.
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useRef, useState } from "react";
import { ApiError } from "../../api/client";
import { decisions_query } from "../../api/identity_queries";
import { organisation_query } from "../../api/queries";
import { holds, useAccount } from "../../api/session";
import type { Organisation } from "../../api/types";
import { useFormat } from "../../format/use_format";
import { useMessages } from "../../messages/messages";
import { Failure } from "../../parts/failure";
import { PageSkeleton } from "../../parts/page_skeleton";
import { usePageTitle } from "../../parts/page_title";
import { NotFound } from "../not_found";
import { CURATORS } from "./curators";
import { DecisionLine } from "./decision_line";
import { SplitForm } from "./split_form";
import "./identity.css";

const route = getRouteApi("/organisations/$id/history");

export function HistoryPage() {
  const t = useMessages();
  const { id } = route.useParams();
  const { data: organisation, error, refetch } = useQuery(organisation_query(id));
  usePageTitle(organisation && t.identity.history_of(organisation.name));
  if (error instanceof ApiError && error.status === 404) {
    return <NotFound heading={t.organisation.not_found} why={t.organisation.not_found_why(id)} />;
  }
  if (error) return <Failure error={error} on_retry={() => void refetch()} />;
  if (!organisation) return <PageSkeleton />;
  return <History organisation={organisation} />;
}

function History({ organisation }: { organisation: Organisation }) {
  const words = useMessages().identity;
  const account = useAccount();
  const may_decide = holds(account, CURATORS);
  const [told, set_told] = useState("");
  const said = useRef<HTMLParagraphElement>(null);
  const { data: decisions, error, refetch } = useQuery(decisions_query(organisation.id));
  const tell = (what: string) => {
    set_told(what);
    said.current?.focus();
  };
  return (
    <div className="identity">
      <h1>{words.history_of(organisation.name)}</h1>
      <p className="identity-intro">{words.history_intro}</p>
      <p>
        <Link to="/organisations/$id" params={{ id: organisation.id }}>
          {words.back}
        </Link>
      </p>
      <p role="status" tabIndex={-1} ref={said} className={told ? "done" : undefined}>
        {told}
      </p>
      <Names organisation={organisation} />
      <section aria-labelledby="decisions">
        <h2 id="decisions">{words.decisions}</h2>
        {error && <Failure error={error} on_retry={() => void refetch()} />}
        {!decisions && !error && <PageSkeleton />}
        {decisions?.length === 0 && <p>{words.no_decisions}</p>}
        <ol className="identity-decisions" reversed>
          {decisions?.map((decision) => (
            <DecisionLine key={decision.number} decision={decision} may_undo={may_decide} on_undone={() => tell(words.undone(decision.number))} />
          ))}
        </ol>
      </section>
      {may_decide && <SplitForm key={organisation.id} organisation={organisation} />}
    </div>
  );
}

function Names({ organisation: { aliases, parts } }: { organisation: Organisation }) {
  const words = useMessages().identity;
  const format = useFormat();
  return (
    <>
      <section aria-labelledby="other-names">
        <h2 id="other-names">{words.other_names}</h2>
        {aliases.length === 0 && <p>{words.no_other_names}</p>}
        <ul>
          {aliases.map((alias) => (
            <li key={alias}>{alias}</li>
          ))}
        </ul>
      </section>
      {parts.length > 0 && (
        <section aria-labelledby="parts">
          <h2 id="parts">{words.parts}</h2>
          <ul>
            {parts.map((part) => (
              <li key={part.id}>
                {[
                  part.name,
                  part.city,
                  part.country && format.country(part.country),
                  part.pic && words.number.pic(part.pic),
                  part.oid && words.number.oid(part.oid),
                  part.vat && words.number.vat(part.vat),
                ]
                  .filter(Boolean)
                  .join(", ")}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
