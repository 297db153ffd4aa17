import type { MainstreamingCase } from "../../api/mainstreaming_types";
import { useMessages } from "../../messages/messages";

/** Twelve questions with their answers and what these rest on. */
export function ChecklistTable({ mainstreaming }: { mainstreaming: MainstreamingCase }) {
  const t = useMessages();
  const { yes, partly, no, unknown } = mainstreaming.answers;
  return (
    <section aria-labelledby="checklist">
      <h2 id="checklist">{t.mainstreaming.checklist}</h2>
      <p>
        {t.mainstreaming.answers(yes, partly, no, unknown)}. {t.mainstreaming.checklist_why}
      </p>
      <div className="table-scroll" role="group" aria-labelledby="checklist" tabIndex={0}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t.mainstreaming.column_question}</th>
              <th scope="col">{t.mainstreaming.column_answer}</th>
              <th scope="col">{t.mainstreaming.column_evidence}</th>
            </tr>
          </thead>
          <tbody>
            {mainstreaming.checklist.map(({ number, question, answer, evidence }) => (
              <tr key={number}>
                <th scope="row">{t.mainstreaming.question[number - 1] ?? question}</th>
                <td>{t.mainstreaming.answer[answer]}</td>
                <td className={evidence ? undefined : "missing"}>{evidence || t.mainstreaming.not_said}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
