import { useState } from "react";
import type { Project } from "../../api/types";
import { today_iso } from "../../format/dates";
import { useMessages } from "../../messages/messages";
import { bibtex_citation, text_citation } from "./citation";

export function Cite({ project }: { project: Project }) {
  const t = useMessages();
  const url = `${location.origin}/projects/${encodeURIComponent(project.id)}`;
  const today = today_iso();
  return (
    <section aria-labelledby="cite" className="cite">
      <h2 id="cite">{t.project.cite}</h2>
      <Copied heading={t.project.cite_text} text={text_citation(project, url, today)} />
      <Copied heading={t.project.cite_bibtex} text={bibtex_citation(project, url, today)} code />
    </section>
  );
}

function Copied({ heading, text, code = false }: { heading: string; text: string; code?: boolean }) {
  const t = useMessages();
  const [state, set_state] = useState<"none" | "copied" | "failed">("none");
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => set_state("copied"),
      () => set_state("failed"),
    );
  return (
    <details className="citation">
      <summary>{heading}</summary>
      {code ? <pre tabIndex={0}>{text}</pre> : <p className="cite-text">{text}</p>}
      <p className="clipboard">
        {navigator.clipboard && (
          <button type="button" className="button button-small" onClick={() => void copy()}>
            {t.project.copy}
          </button>
        )}
        <span role="status">
          {state === "copied" ? t.project.copied : state === "failed" ? t.project.copy_failed : ""}
        </span>
      </p>
    </details>
  );
}
