import { useInfiniteQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { search_in } from "../../api/hub_queries";
import type { Hub } from "../../api/hub_types";
import { search_query } from "../../api/queries";
import { useFormat } from "../../format/use_format";
import { useMessages } from "../../messages/messages";
import { Failure } from "../../parts/failure";
import { Form, TextField } from "../../parts/form";
import { PageSkeleton } from "../../parts/page_skeleton";
import { useFilterInWords } from "./use_filter_in_words";

const SHOWN = 5;

/** A search within the hub, and the projects that began last. */
export function NewestSection({ hub }: { hub: Hub }) {
  const t = useMessages();
  const format = useFormat();
  const filter = useFilterInWords(hub.filter);
  const { data, error, refetch } = useInfiniteQuery(search_query({ ...search_in(hub.filter), sort: "-start" }, false));
  const found = data?.pages[0];
  return (
    <section aria-labelledby="hub-projects">
      <h2 id="hub-projects">{t.hubs.newest}</h2>
      <SearchInHub hub={hub} />
      <p className="missing">{t.hubs.shows(filter)}</p>
      {error ? <Failure error={error} on_retry={() => void refetch()} /> : !found && <PageSkeleton />}
      {found?.total === 0 && <p>{t.hubs.no_projects}</p>}
      {found && found.total > 0 && (
        <>
          <ul className="hub-entries">
            {found.hits.slice(0, SHOWN).map((hit) => (
              <li key={hit.id}>
                <Link to="/projects/$id" params={{ id: hit.id }}>
                  {hit.title || hit.acronym || hit.id}
                </Link>
                <p className="missing">{format.dates(hit.start, hit.end) ?? t.search.dates_unknown}</p>
              </li>
            ))}
          </ul>
          <p>
            <Link to="/" search={{ ...search_in(hub.filter), sort: "-start" }}>
              {t.hubs.see_all(found.total)}
            </Link>
          </p>
        </>
      )}
    </section>
  );
}

function SearchInHub({ hub }: { hub: Hub }) {
  const t = useMessages();
  const navigate = useNavigate();
  const [words, set_words] = useState("");
  const search = () => void navigate({ to: "/", search: { ...search_in(hub.filter, words), ...(words.trim() === "" && { sort: "-start" as const }) } });
  return (
    <div className="hub-search">
      <Form on_submit={search} error={null} fields={[]} button={t.hubs.do_search} busy={false}>
        <TextField label={t.hubs.search} name="q" error={null} value={words} on_change={set_words} type="search" />
      </Form>
    </div>
  );
}
