// What a hub's managers write: texts and filter, news, calls, projects, and whether it is open. Each form shows what it would make.
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { ApiError } from "../../api/client";
import { hub_query, useHubWrite } from "../../api/hub_queries";
import type { Hub } from "../../api/hub_types";
import { useLanguage, useMessages } from "../../messages/messages";
import { Failure } from "../../parts/failure";
import { Refusal } from "../../parts/form";
import { PageSkeleton } from "../../parts/page_skeleton";
import { usePageTitle } from "../../parts/page_title";
import { hub_edit_route } from "../../router";
import { NotFoundPage } from "../not_found";
import { ContentForm } from "./content_form";
import { AddCall, AddHighlight, WriteNews } from "./entry_forms";
import { HubStateLabel } from "./hub_state_label";
import "./hubs.css";
import { text_for } from "./texts";

export function EditHubPage() {
  const t = useMessages();
  const { slug } = hub_edit_route.useParams();
  const { language } = useLanguage();
  const { data, error, refetch } = useQuery(hub_query(slug));
  usePageTitle(data && t.hubs.edit_heading(text_for(data.texts, language).name));
  if (error instanceof ApiError && error.status === 404) return <NotFoundPage />;
  if (error) return <Failure error={error} on_retry={() => void refetch()} />;
  if (!data) return <PageSkeleton />;
  return (
    <div className="hubs">
      <h1>
        {t.hubs.edit_heading(text_for(data.texts, language).name)} <HubStateLabel state={data.state} />
      </h1>
      <p>
        <Link to="/hubs/$slug" params={{ slug }}>
          {t.hubs.back}
        </Link>
      </p>
      {data.may_edit ? <Forms hub={data} /> : <p>{t.hubs.not_yours}</p>}
    </div>
  );
}

function Forms({ hub }: { hub: Hub }) {
  const t = useMessages();
  const published = hub.news.filter(({ state }) => state === "published");
  return (
    <>
      <Standing hub={hub} />
      <ContentForm hub={hub} />
      <section aria-labelledby="edit-news">
        <h2 id="edit-news">{t.hubs.news}</h2>
        <WriteNews hub={hub} />
        <Entries>
          {published.map(({ number, title, language }) => (
            <TakeOff key={number} hub={hub} part={`news/${number}/withdrawal`} language={language} shown={title} says={t.hubs.withdraw(title)} />
          ))}
        </Entries>
      </section>
      <section aria-labelledby="edit-calls">
        <h2 id="edit-calls">{t.hubs.calls}</h2>
        <AddCall hub={hub} />
        <Entries>
          {hub.calls.map(({ number, call, deadline }) => (
            <TakeOff key={number} hub={hub} part={`calls/${number}/removal`} shown={`${call}, ${deadline}`} says={t.hubs.take_off(call)} />
          ))}
        </Entries>
      </section>
      <section aria-labelledby="edit-highlights">
        <h2 id="edit-highlights">{t.hubs.highlights}</h2>
        <AddHighlight hub={hub} />
        <Entries>
          {hub.highlights.map(({ number, id, project }) => {
            const name = project?.title || id;
            return <TakeOff key={number} hub={hub} part={`highlights/${number}/removal`} shown={name} says={t.hubs.take_off(name)} />;
          })}
        </Entries>
      </section>
    </>
  );
}

function Entries({ children }: { children: ReactNode[] }) {
  return children.length > 0 ? <ul className="hub-entries">{children}</ul> : null;
}

interface TakeOffProps {
  hub: Hub;
  /** Behind the hub's address. */
  part: string;
  shown: string;
  says: string;
  language?: string;
}

function TakeOff({ hub, part, shown, says, language }: TakeOffProps) {
  const write = useHubWrite();
  return (
    <li>
      <span lang={language}>{shown}</span>{" "}
      <button
        type="button"
        className="button"
        aria-disabled={write.isPending}
        onClick={() => !write.isPending && write.mutate({ path: `/${hub.slug}/${part}`, body: { revision: hub.revision } })}
      >
        {says}
      </button>
      <Refusal error={write.error} />
    </li>
  );
}

function Standing({ hub }: { hub: Hub }) {
  const t = useMessages();
  const write = useHubWrite();
  return (
    <section aria-labelledby="edit-standing">
      <h2 id="edit-standing">{t.hubs.standing}</h2>
      <p>{t.hubs.state[hub.state]}</p>
      <p className="button-row">
        {hub.next.map(({ act, missing }) =>
          missing.length > 0 ? (
            <span key={act} className="still-missing">
              {t.hubs.still_missing(t.hubs.need.description)}
            </span>
          ) : (
            <button
              key={act}
              type="button"
              className="button"
              aria-disabled={write.isPending}
              onClick={() => !write.isPending && write.mutate({ path: `/${hub.slug}/moves`, body: { revision: hub.revision, act } })}
            >
              {t.hubs.act[act]}
            </button>
          ),
        )}
      </p>
      <Refusal error={write.error} />
    </section>
  );
}
