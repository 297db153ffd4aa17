import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { filter_count, with_words, type SearchState } from "../../address/search_address";
import { of_search, rising_query } from "../../api/scouting_queries";
import type { RisingTerms } from "../../api/scouting_types";
import { useFormat } from "../../format/use_format";
import { useMessages } from "../../messages/messages";
import { Failure } from "../../parts/failure";
import { Form, TextField } from "../../parts/form";
import { PageSkeleton } from "../../parts/page_skeleton";
import { scouting_route } from "../../router";
import { RisingTable } from "./rising_table";
import { useFilterWords } from "./use_filter_words";

/** What is on the rise in the field that the address tells. */
export function RisingSection({ state }: { state: SearchState }) {
  const t = useMessages();
  const { data, error, refetch } = useQuery(rising_query(state));
  const restriction = useFilterWords(state);
  return (
    <section aria-labelledby="rising" aria-busy={!data && !error}>
      <h2 id="rising">{t.scouting.rising}</h2>
      <p className="scouting-intro">{t.scouting.rising_intro}</p>
      <FieldForm key={state.q ?? ""} state={state} />
      {restriction && <p>{t.scouting.restricted(restriction)}</p>}
      <p>
        <Link to="/" search={{ sort: "-start", ...of_search(state) }}>
          {t.scouting.change_filters}
        </Link>
      </p>
      {error ? (
        <Failure error={error} text={state.q ?? ""} on_retry={() => void refetch()} />
      ) : data ? (
        <Rising rising={data} state={state} />
      ) : (
        <>
          <p role="status">{t.scouting.looking}</p>
          <PageSkeleton />
        </>
      )}
    </section>
  );
}

function FieldForm({ state }: { state: SearchState }) {
  const t = useMessages();
  const navigate = scouting_route.useNavigate();
  const [words, set_words] = useState(state.q ?? "");
  return (
    <Form
      on_submit={() => void navigate({ search: with_words(of_search(state), words.trim()), resetScroll: false })}
      error={null}
      fields={[]}
      button={t.scouting.show_rising}
      busy={false}
    >
      <TextField label={t.scouting.field} hint={t.scouting.field_hint} name="q" error={null} value={words} on_change={set_words} />
    </Form>
  );
}

function Rising({ rising, state }: { rising: RisingTerms; state: SearchState }) {
  const t = useMessages();
  const format = useFormat();
  const { years, terms } = rising;
  const [first, last] = [years[0], years.at(-1)];
  if (!rising.has_enough || !first || !last) return <p>{t.scouting.too_few}</p>;
  const projects = years.reduce((sum, year) => sum + year.projects, 0);
  return (
    <>
      {filter_count(state) > 0 || state.q ? <p className="only-read">{rising.query.echo}</p> : null}
      <p>
        {t.scouting.of_projects(projects, first.year, last.year)}{" "}
        {t.scouting.tried(rising.words_tried, rising.phrases_tried, rising.fewest_projects, rising.projects_read_for_phrases)}{" "}
        {t.scouting.as_of(format.date(rising.as_of) ?? rising.as_of)}
      </p>
      {terms.length === 0 ? <p role="status">{t.scouting.none}</p> : <RisingTable rising={rising} state={state} />}
      <details className="scouting-why">
        <summary>{t.scouting.what_it_tells}</summary>
        {t.scouting.what_it_tells_text.map((text) => (
          <p key={text}>{text}</p>
        ))}
        <p lang="en" className="missing">
          {rising.statistic}
        </p>
      </details>
    </>
  );
}
