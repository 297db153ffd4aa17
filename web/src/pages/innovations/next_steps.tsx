import type { Innovation } from "../../api/innovation_types";
import { useMessages } from "../../messages/messages";
import { MoveForm } from "./move_form";
import { OverrideNotice } from "./override_notice";

/** What can be done next, who must act, and what is missing before; whoever may, does it here. */
export function NextSteps({ innovation }: { innovation: Innovation }) {
  const t = useMessages();
  const names = (words: string[], of: Record<string, string>) => words.map((word) => of[word] ?? word).join(", ");
  const mine = innovation.next.filter(({ act, who }) => act === "take_up" || who.some((role) => innovation.your_roles.includes(role)));
  return (
    <section aria-labelledby="next">
      <h2 id="next">{t.innovation.next}</h2>
      {innovation.next.length === 0 && <p>{t.innovation.next_none}</p>}
      <ul className="next-steps">
        {innovation.next.map(({ act, stage, standing, who, missing }) => (
          <li key={act}>
            <strong>{t.innovation.act[act]}</strong>{" "}
            {t.innovation.leads_to(standing === "active" ? t.innovation.stage[stage] : t.innovation.standing[standing])}
            {" · "}
            {t.innovation.by_whom(names(who, t.account.role_name))}
            {missing.length > 0 && (
              <span className="still-missing">
                {t.innovation.missing} {names(missing, t.innovation.need)}.
              </span>
            )}
          </li>
        ))}
      </ul>
      {innovation.problems.length > 0 && innovation.stage === "identified" && (
        <details>
          <summary>{t.innovation.text_problems(innovation.problems.length)}</summary>
          <ul>
            {innovation.problems.map(({ field }) => (
              <li key={field}>{(t.innovation.field as Record<string, string>)[field] ?? field}</li>
            ))}
          </ul>
        </details>
      )}
      <OverrideNotice innovation={innovation} />
      <MoveForm key={innovation.revision} innovation={innovation} acts={mine} />
    </section>
  );
}
