import { Link } from "@tanstack/react-router";
import type { Hub, HubHighlight } from "../../api/hub_types";
import { useMessages } from "../../messages/messages";
import { Said } from "./said";

/** What its managers picked, each with a sentence why. */
export function HighlightsSection({ hub }: { hub: Hub }) {
  const t = useMessages();
  if (hub.highlights.length === 0) return null;
  return (
    <section aria-labelledby="hub-highlights">
      <h2 id="hub-highlights">{t.hubs.highlights}</h2>
      <ul className="hub-entries">
        {hub.highlights.map((highlight) => (
          <li key={highlight.number}>
            <Picked highlight={highlight} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Picked({ highlight }: { highlight: HubHighlight }) {
  const t = useMessages();
  const { id, project, reason, language } = highlight;
  return (
    <>
      {project ? (
        <Link to="/projects/$id" params={{ id }}>
          {project.title || project.acronym || id}
        </Link>
      ) : (
        <span>
          {id}. {t.hubs.gone}
        </span>
      )}
      <Said text={reason} language={language} />
    </>
  );
}
