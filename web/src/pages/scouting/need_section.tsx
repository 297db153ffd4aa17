import { useMutation } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { SearchState } from "../../address/search_address";
import { send } from "../../api/client";
import { filters_of } from "../../api/scouting_queries";
import type { NeedAnswer, NeedHit } from "../../api/scouting_types";
import { useFormat } from "../../format/use_format";
import { useLanguage, useMessages } from "../../messages/messages";
import { Form, TextArea } from "../../parts/form";
import { ProgrammeLabel } from "../../parts/labels";
import { Origin } from "../../parts/origin";
import { useFilterWords } from "./use_filter_words";

/** A need in somebody's own words, and projects that are close to it and far from known innovations. */
export function NeedSection({ state }: { state: SearchState }) {
  const t = useMessages();
  const { language } = useLanguage();
  const restriction = useFilterWords(state);
  const [text, set_text] = useState("");
  const { mutate, data, error, isPending } = useMutation({
    // Anyone may ask: it writes nothing.
    mutationFn: () => send<NeedAnswer>("POST", "/api/v1/scouting/needs", { text, language, filters: filters_of(state) }, null),
  });
  return (
    <section aria-labelledby="need" aria-busy={isPending}>
      <h2 id="need">{t.scouting.need}</h2>
      <p className="scouting-intro">{t.scouting.need_intro}</p>
      {restriction && <p>{t.scouting.need_filters(restriction)}</p>}
      <Form on_submit={() => mutate()} error={error} fields={["text"]} button={t.scouting.find} busy={isPending || text.trim() === ""}>
        <TextArea label={t.scouting.need_text} hint={t.scouting.need_hint} name="text" error={error} value={text} on_change={set_text} maxLength={1200} />
      </Form>
      {data && <Answer answer={data} />}
    </section>
  );
}

function Answer({ answer }: { answer: NeedAnswer }) {
  const t = useMessages();
  if (answer.hits.length === 0) return <p role="status">{t.scouting.nothing_close}</p>;
  return (
    <>
      <p role="status">{t.scouting.compared(answer.projects_compared, answer.innovations_compared)}</p>
      <details className="scouting-why">
        <summary>{t.scouting.formula}</summary>
        <Origin as_of={answer.as_of} of="need" />
        <p>{answer.by_company ? t.scouting.formula_company : t.scouting.formula_words}</p>
      </details>
      <ol className="need-hits">
        {answer.hits.map((hit) => (
          <li key={hit.id}>
            <Found hit={hit} />
          </li>
        ))}
      </ol>
    </>
  );
}

function Found({ hit }: { hit: NeedHit }) {
  const t = useMessages();
  const format = useFormat();
  const { id, title, acronym, nearest, closeness } = hit;
  const name = title || acronym || id;
  const fine = (value: number) => new Intl.NumberFormat(t.locale, { minimumFractionDigits: 3, maximumFractionDigits: 3 }).format(value);
  return (
    <>
      <Link to="/projects/$id" params={{ id }}>
        {name}
      </Link>
      <p className="similar-facts">
        <ProgrammeLabel programme={hit.programme} />
        <span>{format.dates(hit.start, hit.end) ?? t.search.dates_unknown}</span>
      </p>
      <p>
        {t.scouting.shares_words} <strong>{hit.shared.map(({ word }) => word).join(", ")}</strong>.{" "}
        {nearest ? (
          <>
            {t.scouting.nearest}{" "}
            <Link to="/innovations/$id" params={{ id: String(nearest.id) }}>
              {nearest.title}
            </Link>
          </>
        ) : (
          t.scouting.no_nearest
        )}
      </p>
      <p className="missing">{t.scouting.score(fine(hit.score), fine(closeness.value), fine(nearest?.closeness.value ?? 0))}</p>
      <p>
        <Link to="/propose" search={{ project: id }} aria-label={t.scouting.propose(name)}>
          {t.scouting.propose_short}
        </Link>
      </p>
    </>
  );
}
