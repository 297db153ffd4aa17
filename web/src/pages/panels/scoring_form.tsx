import { useState } from "react";
import type { GateRule } from "../../api/innovation_types";
import { usePanelWrite } from "../../api/panel_queries";
import { ANSWERS, type Panel, type ScoreAnswer, type ScoreDraft, type ScoreLine } from "../../api/panel_types";
import { useMessages } from "../../messages/messages";
import { Form, Refusal, TextArea } from "../../parts/form";
import { criterion_name } from "../innovations/criterion_name";

interface ScoringFormProps {
  panel: Panel;
  rule: GateRule;
  draft: ScoreDraft;
}

/** A reviewer's scores, each point with its words: saved as a draft, then submitted. */
export function ScoringForm({ panel, rule, draft }: ScoringFormProps) {
  const t = useMessages();
  const [lines, set_lines] = useState<ScoreLine[]>(draft.lines);
  const [comment, set_comment] = useState(draft.comment);
  const save = usePanelWrite(panel.innovation.id);
  const submit = usePanelWrite(panel.innovation.id);
  const is_saved = draft.draft > 0 && comment === draft.comment && JSON.stringify(lines) === JSON.stringify(draft.lines);
  const change = (place: number, changed: Partial<ScoreLine>) =>
    set_lines((before) => before.map((line, at) => (at === place ? { ...line, ...changed } : line)));
  const send = () =>
    save.mutate({
      method: "PUT",
      path: "/scores",
      body: { draft: draft.draft, lines: lines.map(({ answer, comment: said }) => ({ answer: answer ?? "", comment: said })), comment },
    });
  return (
    <section aria-labelledby="scoring">
      <h2 id="scoring">{panel.calibration > 0 ? t.panels.scoring_again(panel.calibration) : t.panels.scoring}</h2>
      <p>{panel.calibration > 0 ? t.panels.scoring_again_why : t.panels.scoring_why}</p>
      <Form on_submit={send} error={save.error} fields={[]} button={t.panels.save_scores} busy={save.isPending}>
        {rule.criteria.map((criterion, place) => (
          <CriterionScore
            key={criterion.name}
            name={criterion_name(criterion.name, t.innovation)}
            question={panel.rubric?.criteria[place]?.question ?? ""}
            anchors={panel.rubric?.criteria[place]?.anchors ?? null}
            place={place}
            line={lines[place] ?? { answer: null, comment: "" }}
            on_change={(changed) => change(place, changed)}
          />
        ))}
        <TextArea label={t.panels.comment} name="comment" error={null} value={comment} on_change={set_comment} />
      </Form>
      {is_saved && (
        <>
          <p role="status">{t.panels.saved}</p>
          <p>{t.panels.submit_why}</p>
          <button
            type="button"
            className="button button-strong"
            onClick={() => submit.mutate({ path: "/submissions", body: { revision: panel.revision, draft: draft.draft } })}
          >
            {t.panels.submit}
          </button>
        </>
      )}
      <Refusal error={submit.error} />
    </section>
  );
}

interface CriterionScoreProps {
  name: string;
  question: string;
  /** By score; null where the gate's rule has no rubric. */
  anchors: string[] | null;
  place: number;
  line: ScoreLine;
  on_change: (changed: Partial<ScoreLine>) => void;
}

function CriterionScore({ name, question, anchors, place, line, on_change }: CriterionScoreProps) {
  const t = useMessages();
  const words = (answer: ScoreAnswer) =>
    answer === "cannot_judge" ? t.panels.cannot_judge : `${answer} – ${anchors?.[Number(answer)] ?? t.innovation.score[answer]}`;
  return (
    <fieldset>
      <legend>{name}</legend>
      {question && <p>{question}</p>}
      {ANSWERS.map((answer) => (
        <label key={answer} className="score-choice">
          <input type="radio" name={`score-${place}`} value={answer} checked={line.answer === answer} onChange={() => on_change({ answer })} />
          <span>{words(answer)}</span>
        </label>
      ))}
      <TextArea label={t.panels.comment_on(name)} name={`comment-${place}`} error={null} value={line.comment} on_change={(comment) => on_change({ comment })} rows={2} />
    </fieldset>
  );
}
