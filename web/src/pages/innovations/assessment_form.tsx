import { useState } from "react";
import { useInnovationWrite } from "../../api/innovation_queries";
import type { Gate, Innovation } from "../../api/innovation_types";
import { useMessages } from "../../messages/messages";
import { Form, SelectField, TextArea } from "../../parts/form";
import { criterion_name } from "./criterion_name";

const SCORES = ["4", "3", "2", "1", "0"] as const;

/** A reviewer's scores, given once; or the interest that keeps them from judging. */
export function AssessmentForm({ innovation, gate }: { innovation: Innovation; gate: Gate }) {
  const t = useMessages();
  const write = useInnovationWrite(innovation.id);
  const [scores, set_scores] = useState<string[]>(() => gate.rule.criteria.map(() => ""));
  const [comment, set_comment] = useState("");
  const [declaration, set_declaration] = useState("");
  const [interest, set_interest] = useState<"no" | "yes">("no");
  const options = [
    { value: "", label: t.innovation.cannot_judge },
    ...SCORES.map((score) => ({ value: score as string, label: `${score} ${t.innovation.score[score]}` })),
  ];
  const send = () =>
    write.mutate({
      path: "/assessments",
      body: {
        revision: innovation.revision,
        scores: interest === "yes" ? [] : scores,
        comment,
        declaration,
        has_interest: interest === "yes",
      },
    });
  const { error } = write;
  return (
    <details className="act-form">
      <summary>{t.innovation.assess}</summary>
      <p>{t.innovation.assess_why}</p>
      <Form on_submit={send} error={error} fields={["declaration"]} button={t.innovation.submit_assessment} busy={write.isPending}>
        <SelectField
          label={t.innovation.have_interest}
          hint={t.innovation.interest_hint}
          name="has_interest"
          error={error}
          value={interest}
          options={[
            { value: "no", label: t.innovation.no_interest },
            { value: "yes", label: t.innovation.an_interest },
          ]}
          on_change={set_interest}
        />
        <TextArea label={t.innovation.declaration} hint={t.innovation.declaration_hint} name="declaration" error={error} value={declaration} on_change={set_declaration} required />
        {interest === "no" &&
          gate.rule.criteria.map((criterion, place) => (
            <SelectField
              key={criterion.name}
              label={criterion_name(criterion.name, t.innovation)}
              name={`score-${place}`}
              error={null}
              value={scores[place] ?? ""}
              options={options}
              on_change={(score) => set_scores(scores.map((other, at) => (at === place ? score : other)))}
            />
          ))}
        <TextArea label={t.innovation.comment} name="comment" error={error} value={comment} on_change={set_comment} />
      </Form>
    </details>
  );
}
