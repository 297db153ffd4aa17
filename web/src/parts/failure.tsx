// Says what did not work, where, and what to do.
import { ApiError } from "../api/client";
import type { Problem } from "../api/types";
import type { Messages } from "../messages/en";
import { useMessages } from "../messages/messages";
import "./failure.css";
import { PointedText } from "./pointed_text";
import { reason_in_words } from "./reason_words";

interface FailureProps {
  error: unknown;
  on_retry: () => void;
  /** What was typed, for errors that point into it. */
  text?: string;
}

export function Failure({ error, on_retry, text }: FailureProps) {
  const t = useMessages();
  const problem: Problem = error instanceof ApiError ? error.problem : { title: String(error), status: -1 };
  const { begin, end } = problem;
  return (
    <section className="failure" role="alert">
      <h2>{t.failure.heading}</h2>
      <p>{what_happened(problem, t)}</p>
      {text !== undefined && begin !== undefined && end !== undefined && (
        <p>
          {t.failure.at} <PointedText text={text} begin={begin} end={end} />
        </p>
      )}
      <button type="button" className="button" onClick={on_retry}>
        {t.failure.retry}
      </button>
    </section>
  );
}

function what_happened(problem: Problem, t: Messages): string {
  if (problem.status === 0) return t.failure.unreachable;
  if (problem.status >= 500) return t.failure.broken(problem.status);
  if (problem.status > 0) return told_in_own_language(problem, t);
  return problem.title;
}

/** Why, where the server gave a reason that the page can say; else its English sentence, and before it what kind of refusal it is. */
export function told_in_own_language({ status, detail, reason }: Problem, t: Messages): string {
  const words = t.failure;
  const why = reason_in_words(reason, t);
  if (why !== null) return why;
  const kind = words.kind[status];
  if (detail === undefined) return kind ?? words.refused(status);
  return kind === undefined ? detail : `${kind} ${words.server_says(detail)}`;
}
