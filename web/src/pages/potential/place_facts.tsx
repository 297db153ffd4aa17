import type { Potential } from "../../api/potential_types";
import { useMessages } from "../../messages/messages";

/** The twelve answers of the case that is read. */
export function ChecklistFacts({ potential }: { potential: Potential }) {
  const t = useMessages();
  const { checklist } = potential.facts.scalability;
  if (checklist.length === 0) return null;
  return (
    <div className="table-scroll" role="group" aria-label={t.potential.part.scalability} tabIndex={0}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t.potential.column_question}</th>
            <th scope="col">{t.potential.column_answer}</th>
          </tr>
        </thead>
        <tbody>
          {checklist.map(({ number, question, answer }) => (
            <tr key={number}>
              <th scope="row">
                {number}. {t.mainstreaming.question[number - 1] ?? question}
              </th>
              <td>{t.mainstreaming.answer[answer]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Each element and principle that the innovation addresses, in the state. */
export function ReadinessFacts({ potential }: { potential: Potential }) {
  const t = useMessages();
  const { items, application } = potential.facts.readiness;
  if (items.length === 0 || application === null) return null;
  return (
    <div className="table-scroll" role="group" aria-label={t.potential.part.readiness} tabIndex={0}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t.potential.column_item}</th>
            <th scope="col">{t.potential.column_level}</th>
            <th scope="col">{t.potential.column_target}</th>
          </tr>
        </thead>
        <tbody>
          {items.map(({ key, name, level, target }) => (
            <tr key={key}>
              <th scope="row">
                {key} {name}
              </th>
              <td className={level ? undefined : "missing"}>{level ? t.framework.level[level] : t.potential.not_assessed}</td>
              <td className={target ? undefined : "missing"}>{target ? t.framework.level[target] : t.potential.no_target}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
