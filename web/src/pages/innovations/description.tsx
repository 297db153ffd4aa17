import { Link } from "@tanstack/react-router";
import type { Innovation } from "../../api/innovation_types";
import { useFormat } from "../../format/use_format";
import { useMessages } from "../../messages/messages";

/** The problem, what is new, and the rest of its text; the projects that it came from lead into the catalogue. */
export function Description({ innovation }: { innovation: Innovation }) {
  const t = useMessages();
  const format = useFormat();
  const { text } = innovation;
  const f = t.innovation.field;
  const facts: [string, string][] = [
    [f.target_group, text.target_group],
    [f.eqf_levels, text.eqf_levels.join(", ")],
    [f.isced_field, text.isced_field],
    [f.setting, text.setting ? t.innovation.setting[text.setting] : ""],
    [f.type, text.type ? t.innovation.type[text.type] : ""],
    [f.novelty, [text.novelty ? t.innovation.novelty[text.novelty] : "", text.novelty_justification].filter(Boolean).join(": ")],
    [f.theory_of_change, text.theory_of_change],
    [f.intended_outcomes, text.intended_outcomes.join("; ")],
    [f.resources, text.resources],
    [f.licence, text.licence],
    [f.languages, text.languages.map((code) => format.language(code)).join(", ")],
  ];
  return (
    <section aria-labelledby="what">
      <h2 id="what">{f.problem}</h2>
      <p className="readable">{text.problem}</p>
      <h2>{f.what_is_new}</h2>
      <p className="readable">{text.what_is_new || t.innovation.not_said}</p>
      <dl className="innovation-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className={value ? undefined : "missing"}>{value || t.innovation.not_said}</dd>
          </div>
        ))}
        <div>
          <dt>{f.framework_items}</dt>
          <dd>
            {text.framework_items.length === 0 && t.innovation.not_said}
            {text.framework_items.map((item) => (
              <Link key={item} to="/innovations" search={{ item }} hash="list" className="fact-link">
                {item}
              </Link>
            ))}
          </dd>
        </div>
        <div>
          <dt>{f.projects}</dt>
          <dd>
            {innovation.projects.length === 0 && t.innovation.no_projects}
            {innovation.projects.map(({ slug, title }) =>
              title === null ? (
                <span key={slug}>{t.innovation.project_gone(slug)}</span>
              ) : (
                <Link key={slug} to="/projects/$id" params={{ id: slug }} className="fact-link">
                  {title}
                </Link>
              ),
            )}
          </dd>
        </div>
      </dl>
      {innovation.text_number > 1 && <p className="missing">{t.innovation.edition(innovation.text_number)}</p>}
      {innovation.your_roles.includes("innovator") && (
        <p>
          <Link to="/innovations/$id/edit" params={{ id: String(innovation.id) }}>
            {t.innovation.edit}
          </Link>
        </p>
      )}
    </section>
  );
}
