import { useQuery } from "@tanstack/react-query";
import { consortium_check_query } from "../../api/consortium_queries";
import type { ConsortiumCheck, Outcome, Texts } from "../../api/consortium_types";
import { useFormat } from "../../format/use_format";
import { useLanguage, useMessages } from "../../messages/messages";
import { Failure } from "../../parts/failure";
import { outcome_words } from "./outcome_words";
import type { Consortium } from "./use_consortium";

/** A text in the reader's language, else in English. */
export function useTexts(): (texts: Texts) => string {
  const { language } = useLanguage();
  return (texts) => texts[language] ?? texts.en;
}

/** Each rule with its verdict and reason, as the organisations are edited. */
export function CheckList({ consortium }: { consortium: Consortium }) {
  const t = useMessages();
  const { data, error, refetch } = useQuery(consortium_check_query(consortium.rules, consortium.members));
  return (
    <section aria-labelledby="consortium-check">
      <h2 id="consortium-check">{t.consortium.check}</h2>
      {error && <Failure error={error} on_retry={() => void refetch()} />}
      {data && <Judged check={data} />}
    </section>
  );
}

function Judged({ check }: { check: ConsortiumCheck }) {
  const t = useMessages();
  return (
    <>
      <p role="status" className="consortium-verdict">
        {t.consortium.verdict_of_all[check.verdict]}
      </p>
      <ul className="consortium-outcomes">
        {check.outcomes.map((outcome) => (
          <Judgement key={outcome.rule} outcome={outcome} members={check.organisations} />
        ))}
      </ul>
      <p className="consortium-caution">{t.consortium.caution}</p>
    </>
  );
}

const MARKS = { passed: "✓", failed: "✗", unjudged: "?" } as const;

function Judgement({ outcome, members }: { outcome: Outcome; members: ConsortiumCheck["organisations"] }) {
  const t = useMessages();
  const format = useFormat();
  const text = useTexts();
  const words = outcome_words(outcome, members, t, format);
  return (
    <li className={`consortium-outcome consortium-${outcome.verdict}`}>
      <p>
        <span aria-hidden="true">{MARKS[outcome.verdict]} </span>
        <strong className="consortium-word">{t.consortium.verdict[outcome.verdict]}</strong> {text(outcome.text)}
      </p>
      {words.map((sentence) => (
        <p key={sentence} className="consortium-reason">
          {sentence}
        </p>
      ))}
      {outcome.comment && <p className="consortium-reason">{text(outcome.comment)}</p>}
      {outcome.check_against_call && <p className="consortium-reason">{t.consortium.check_against_call}</p>}
    </li>
  );
}
