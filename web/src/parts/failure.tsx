// Says what did not work, where, and what to do.
import { ApiError } from "../api/client";
import type { Problem } from "../api/types";
import { useMessages } from "../messages/messages";
import "./failure.css";
import { PointedText } from "./pointed_text";

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
      <p>{what_happened(problem, t.failure)}</p>
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

type FailureWords = ReturnType<typeof useMessages>["failure"];

function what_happened(problem: Problem, words: FailureWords): string {
  if (problem.status === 0) return words.unreachable;
  if (problem.status >= 500) return words.broken(problem.status);
  if (problem.status > 0) return told_in_own_language(problem, words);
  return problem.title;
}

/** The server says why in English; other languages say first what kind of refusal it is. */
export function told_in_own_language({ status, detail }: Problem, words: FailureWords): string {
  const kind = words.kind[status];
  if (detail === undefined) return kind ?? words.refused(status);
  return kind === undefined ? detail : `${kind} ${words.server_says(detail)}`;
}
