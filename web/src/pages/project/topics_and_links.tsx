import { Link } from "@tanstack/react-router";
import type { SearchState } from "../../address/search_address";
import type { Project } from "../../api/types";
import { useMessages } from "../../messages/messages";
import { OutsideLink } from "../../parts/outside_link";

/** What the project made, as its source links it. */
export function Links({ links }: { links: Project["links"] }) {
  const t = useMessages();
  return (
    <section aria-labelledby="links">
      <h2 id="links">{t.project.links}</h2>
      {links.length === 0 ? (
        <p className="missing">{t.project.no_links}</p>
      ) : (
        <ul className="link-list">
          {links.map(({ url, kind, title }) => (
            <li key={`${kind} ${url}`}>
              {title ? <OutsideLink url={url}>{title}</OutsideLink> : <OutsideLink url={url} />}
              {kind && <span className="beside"> {kind}</span>}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** The vocabularies that the topic facet counts. */
const FACET_VOCABULARIES = ["euro_sci_voc", "erasmus_topic"];

/** Where the facet does not know the topic, its words are searched as a phrase. */
function others_with(vocabulary: string, label: string): SearchState {
  return FACET_VOCABULARIES.includes(vocabulary)
    ? { filters: { topic: [label] } }
    : { q: `"${label.replaceAll('"', " ")}"` };
}

/** Topics by the vocabulary they come from; a labelled one leads to the projects that share it. */
export function Topics({ topics }: { topics: Project["topics"] }) {
  const t = useMessages();
  if (topics.length === 0) return null;
  const vocabularies = [...new Set(topics.map(({ vocabulary }) => vocabulary))];
  return (
    <section aria-labelledby="topics">
      <h2 id="topics">{t.project.topics}</h2>
      {vocabularies.map((vocabulary) => (
        <div key={vocabulary} className="topic-group">
          <h3>{t.project.vocabulary[vocabulary] ?? vocabulary}</h3>
          <ul className="topic-list">
            {unique(topics.filter((topic) => topic.vocabulary === vocabulary)).map(({ code, label }) => (
              <li key={`${code} ${label}`}>
                {label ? (
                  <Link to="/" search={others_with(vocabulary, label)} className="chip" title={code || undefined}>
                    {label}
                  </Link>
                ) : (
                  <code>{code}</code>
                )}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

function unique(topics: Project["topics"]): Project["topics"] {
  const seen = new Set<string>();
  return topics.filter(({ code, label }) => {
    const key = label || code;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
