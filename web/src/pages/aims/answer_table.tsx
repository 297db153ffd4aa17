import { useQuery } from "@tanstack/react-query";
import { provider_answers_query } from "../../api/aims_queries";
import { useFormat } from "../../format/use_format";
import { useMessages } from "../../messages/messages";
import { Failure } from "../../parts/failure";
import { CorrectAnswer } from "./answer_forms";
import { useMayAnswer } from "./may_answer";

/** What providers of the state answered, each with its day and source; who may corrects it here. */
export function AnswerTable({ state }: { state: string }) {
  const t = useMessages();
  const format = useFormat();
  const may_answer = useMayAnswer(state);
  const { data: answers, error, refetch } = useQuery(provider_answers_query(state));
  if (error) return <Failure error={error} on_retry={() => void refetch()} />;
  return (
    <section aria-labelledby="answers" aria-busy={answers === undefined}>
      <h2 id="answers">{t.aims.answers}</h2>
      {answers?.length === 0 && <p>{t.aims.answers_none}</p>}
      {answers && answers.length > 0 && (
        <div className="table-scroll" role="group" aria-labelledby="answers" tabIndex={0}>
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{t.aims.provider}</th>
                <th scope="col">{t.aims.answered}</th>
                <th scope="col">{t.aims.implemented_innovations}</th>
                <th scope="col">{t.aims.learners}</th>
                <th scope="col">{t.aims.learners_reached}</th>
                <th scope="col">{t.aims.known_from}</th>
              </tr>
            </thead>
            <tbody>
              {answers.map((answer) => (
                <tr key={`${answer.provider.id}-${answer.answered}`}>
                  <th scope="row">{answer.provider.name}</th>
                  <td>{format.date(answer.answered)}</td>
                  <td>
                    {answer.innovations.length === 0
                      ? t.aims.no_innovation
                      : answer.innovations
                          .map(({ implemented, type, novelty }) =>
                            t.aims.innovation(format.date(implemented) ?? implemented, t.innovation.type[type], t.innovation.novelty[novelty]),
                          )
                          .join("; ")}
                  </td>
                  <td>{answer.learners === null ? t.aims.not_told : format.number(answer.learners)}</td>
                  <td>{answer.learners_reached === null ? t.aims.not_told : format.number(answer.learners_reached)}</td>
                  <td>{answer.source}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {answers
        ?.filter(({ provider }) => may_answer.some(({ id }) => id === provider.id))
        .map((answer) => <CorrectAnswer key={`${answer.provider.id}-${answer.answered}-${answer.revision}`} answer={answer} />)}
    </section>
  );
}
