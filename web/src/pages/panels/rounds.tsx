import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { panel_round_query } from "../../api/panel_queries";
import type { Panel, PanelRound, RoundSummary, Scoring } from "../../api/panel_types";
import { useAccount } from "../../api/session";
import { useFormat } from "../../format/use_format";
import { useMessages } from "../../messages/messages";
import { Failure } from "../../parts/failure";
import { PageSkeleton } from "../../parts/page_skeleton";
import { criterion_name } from "../innovations/criterion_name";
import { AgreementTable } from "./agreement_table";

/** What was scored at each gate, the newest first; those that are decided open on request. */
export function Rounds({ panel }: { panel: Panel }) {
  const t = useMessages();
  const rounds = [...panel.rounds].reverse();
  if (rounds.length === 0) return null;
  return (
    <section aria-labelledby="rounds">
      <h2 id="rounds">{t.panels.rounds}</h2>
      {rounds.map((round) => (
        <OneRound key={round.round} panel={panel} summary={round} />
      ))}
    </section>
  );
}

function OneRound({ panel, summary }: { panel: Panel; summary: RoundSummary }) {
  const t = useMessages();
  const format = useFormat();
  const account = useAccount();
  const is_at_hand = summary.decided === null;
  const [is_open, set_open] = useState(is_at_hand);
  // In a calibration a reviewer still reads the first scoring; the server says what of it is hidden.
  const is_reviewer = panel.reviewers.some(({ is_you, has_submitted }) => is_you && has_submitted);
  const is_hidden = is_at_hand && panel.why_scores_hidden !== null && !is_reviewer;
  const words =
    summary.decided === null || summary.outcome === null
      ? t.panels.at_hand
      : t.panels.decided_on(format.date(summary.decided.slice(0, 10)) ?? "", t.innovation.act[summary.outcome]);
  return (
    <>
      <h3>{t.panels.round(t.innovation.stage[summary.stage])}</h3>
      <p>{words}</p>
      {is_hidden ? (
        <p className="missing">{account ? t.panels.hidden : t.panels.hidden_visitor}</p>
      ) : is_open ? (
        <RoundDetails id={String(panel.innovation.id)} round={summary.round} />
      ) : (
        <button type="button" className="button" onClick={() => set_open(true)}>
          {t.panels.show_round}
        </button>
      )}
    </>
  );
}

function RoundDetails({ id, round }: { id: string; round: number }) {
  const t = useMessages();
  const { data, error, refetch } = useQuery(panel_round_query(id, round));
  if (error) return <Failure error={error} on_retry={() => void refetch()} />;
  if (!data) return <PageSkeleton />;
  return (
    <>
      {data.is_override && <p>{t.panels.was_override}</p>}
      {data.scorings.map((scoring) => (
        <ScoringDetails key={scoring.number} round={data} scoring={scoring} />
      ))}
    </>
  );
}

function ScoringDetails({ round, scoring }: { round: PanelRound; scoring: Scoring }) {
  const t = useMessages();
  const heading = scoring.number === 0 ? t.panels.first_scoring : t.panels.calibration_number(scoring.number);
  const label = `${heading}, ${t.panels.round(t.innovation.stage[round.stage])}`;
  return (
    <section aria-label={label}>
      <h4>{heading}</h4>
      {scoring.reasons && <p>{scoring.reasons}</p>}
      {scoring.why_hidden !== null ? (
        <p className="missing">{t.panels.hidden}</p>
      ) : (
        <>
          <ScoreTable round={round} scoring={scoring} label={label} />
          <Comments round={round} scoring={scoring} />
          {scoring.agreement && scoring.agreement.reviewers > 1 && <AgreementTable agreement={scoring.agreement} of={label} />}
        </>
      )}
    </section>
  );
}

function ScoreTable({ round, scoring, label }: { round: PanelRound; scoring: Scoring; label: string }) {
  const t = useMessages();
  return (
    <div className="table-scroll" role="group" aria-label={label} tabIndex={0}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t.panels.criterion}</th>
            {scoring.sheets.map((sheet) => (
              <th scope="col" key={sheet.reviewer}>
                {sheet.is_yours ? t.innovation.your_score : t.panels.reviewer(sheet.reviewer)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {round.rule.criteria.map((criterion, place) => (
            <tr key={criterion.name}>
              <th scope="row">{criterion_name(criterion.name, t.innovation)}</th>
              {scoring.sheets.map((sheet) => (
                <td key={sheet.reviewer}>{sheet.is_recused ? t.panels.recused : (sheet.scores[place] ?? t.innovation.cannot_judge)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What reviewers said beside their scores. */
function Comments({ round, scoring }: { round: PanelRound; scoring: Scoring }) {
  const t = useMessages();
  const said = scoring.sheets.flatMap((sheet) => [
    ...round.rule.criteria.flatMap(({ name }, place) => {
      const text = sheet.comments[place];
      return text ? [{ sheet, about: `${criterion_name(name, t.innovation)}: `, text }] : [];
    }),
    ...(sheet.comment ? [{ sheet, about: "", text: sheet.comment }] : []),
  ]);
  if (said.length === 0) return null;
  return (
    <ul className="sheet-comments">
      {said.map(({ sheet, about, text }, place) => (
        <li key={place}>
          {sheet.is_yours ? t.innovation.your_score : t.panels.reviewer(sheet.reviewer)} · {about}
          {text}
        </li>
      ))}
    </ul>
  );
}
