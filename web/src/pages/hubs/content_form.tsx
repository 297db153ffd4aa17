import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { read_address } from "../../address/search_address";
import { search_in, useHubWrite } from "../../api/hub_queries";
import type { Hub, HubFilter, HubText } from "../../api/hub_types";
import { search_query } from "../../api/queries";
import { filters_of } from "../../api/scouting_queries";
import { useFormat } from "../../format/use_format";
import { useMessages } from "../../messages/messages";
import { Form, TextArea, TextField } from "../../parts/form";
import { Said } from "./said";
import { useFilterInWords } from "./use_filter_in_words";

/** Names and descriptions in each language, and the filter. */
export function ContentForm({ hub }: { hub: Hub }) {
  const t = useMessages();
  const [texts, set_texts] = useState(hub.texts);
  const [query, set_query] = useState(hub.filter.query);
  const [pasted, set_pasted] = useState("");
  const write = useHubWrite();
  const { error } = write;
  const filter: HubFilter = { query, choices: pasted.trim() === "" ? hub.filter.choices : choices_in(pasted) };
  const change = (place: number, changed: Partial<HubText>) => set_texts((all) => all.map((text, at) => (at === place ? { ...text, ...changed } : text)));
  const fields = texts.flatMap((_, place) => ["language", "name", "description"].map((field) => `texts[${place}].${field}`));
  return (
    <section aria-labelledby="edit-texts">
      <h2 id="edit-texts">{t.hubs.texts}</h2>
      <p className="hub-intro">{t.hubs.texts_hint}</p>
      <Form
        on_submit={() =>
          write.mutate({ method: "PUT", path: `/${hub.slug}`, body: { revision: hub.revision, texts, ...filter } }, { onSuccess: () => set_pasted("") })
        }
        error={error}
        fields={[...fields, "query"]}
        button={t.hubs.save}
        busy={write.isPending}
      >
        {texts.map((text, place) => (
          <OneLanguage
            key={place}
            text={text}
            place={place}
            error={error}
            on_change={(changed) => change(place, changed)}
            on_remove={texts.length > 1 ? () => set_texts((all) => all.filter((_, at) => at !== place)) : null}
          />
        ))}
        <p>
          <button type="button" className="button" onClick={() => set_texts((all) => [...all, { language: "", name: "", description: "" }])}>
            {t.hubs.add_language}
          </button>
        </p>
        <h3>{t.hubs.filter}</h3>
        <TextField label={t.hubs.query} hint={t.hubs.query_hint} name="query" error={error} value={query} on_change={set_query} />
        <TextField label={t.hubs.paste} hint={t.hubs.paste_hint} name="choices" error={error} value={pasted} on_change={set_pasted} />
        <FilterPreview filter={filter} />
      </Form>
      <p role="status">{write.isSuccess && t.hubs.saved}</p>
    </section>
  );
}

/** The choices of the search at an address, or behind its question mark. */
function choices_in(address: string): HubFilter["choices"] {
  return filters_of(read_address(address.slice(address.indexOf("?") + 1)));
}

interface OneLanguageProps {
  text: HubText;
  place: number;
  error: unknown;
  on_change: (changed: Partial<HubText>) => void;
  /** Null for the only one. */
  on_remove: (() => void) | null;
}

function OneLanguage({ text, place, error, on_change, on_remove }: OneLanguageProps) {
  const t = useMessages();
  const format = useFormat();
  const { language, name, description } = text;
  const legend = language.length === 2 ? format.language(language) : t.hubs.nth_language(place + 1);
  return (
    <fieldset>
      <legend>{legend}</legend>
      <TextField
        label={t.hubs.language}
        hint={t.hubs.language_hint}
        name={`texts[${place}].language`}
        error={error}
        value={language}
        on_change={(value) => on_change({ language: value })}
        required
        maxLength={2}
      />
      <TextField label={t.hubs.name} name={`texts[${place}].name`} error={error} value={name} on_change={(value) => on_change({ name: value })} required />
      <TextArea
        label={t.hubs.description}
        name={`texts[${place}].description`}
        error={error}
        value={description}
        on_change={(value) => on_change({ description: value })}
        rows={5}
      />
      {description.trim() !== "" && (
        <div className="hub-preview" role="group" aria-label={`${t.hubs.preview}: ${legend}`}>
          <Said text={description} language={language} />
        </div>
      )}
      {on_remove && (
        <p>
          <button type="button" className="button" onClick={on_remove}>
            {t.hubs.remove_language(legend)}
          </button>
        </p>
      )}
    </fieldset>
  );
}

/** How many projects the filter finds, or why it would be refused. */
function FilterPreview({ filter }: { filter: HubFilter }) {
  const t = useMessages();
  const words = useFilterInWords(filter);
  const { data } = useInfiniteQuery(search_query({ ...search_in(filter), sort: "-start" }, false));
  const found = data?.pages[0];
  const misread = found?.query.misreadings[0];
  return (
    <div className="hub-preview">
      <p>{t.hubs.shows(words)}</p>
      {found && <p role="status">{misread ? t.hubs.misread(misread.reason) : t.hubs.finds(found.total)}</p>}
      <p>
        <a href="/?sort=-start">{t.hubs.to_search}</a>
      </p>
    </div>
  );
}
