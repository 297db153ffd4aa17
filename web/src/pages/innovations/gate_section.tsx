import { Link } from "@tanstack/react-router";
import { useInnovationWrite } from "../../api/innovation_queries";
import type { Gate, GateShortfall, Innovation } from "../../api/innovation_types";
import { useAccount } from "../../api/session";
import { useFormat } from "../../format/use_format";
import type { InnovationMessages } from "../../messages/innovation/en";
import { useMessages } from "../../messages/messages";
import { Refusal } from "../../parts/form";
import { AssessmentForm } from "./assessment_form";
import { criterion_name } from "./criterion_name";

/** The rule of the gate at hand, how far it is met, and where reviewers give their scores. */
export function GateSection({ innovation }: { innovation: Innovation }) {
  const t = useMessages();
  const { gate } = innovation;
  if (gate === null) return null;
  const may_assess = innovation.your_roles.includes("reviewer") && innovation.standing === "active" && !gate.you_have_assessed;
  return (
    <section aria-labelledby="gate">
      <h2 id="gate">{t.innovation.gate(t.innovation.stage[gate.rule.stage])}</h2>
      <p>{t.innovation.gate_asks(gate.rule.required_assessments, gate.rule.must_meet_score, gate.rule.threshold_hundredths / 100)}</p>
      <Criteria gate={gate} innovation={innovation} />
      <p>
        <strong>{t.innovation.assessments(gate.assessments, gate.rule.required_assessments)}</strong>
      </p>
      {gate.shows_scores ? (
        <>
          <p>{gate.is_open ? t.innovation.gate_open : t.innovation.gate_shut}</p>
          <ul>
            {gate.missing.map((shortfall) => (
              <li key={shortfall.sentence}>{shortfall_words(shortfall, t.innovation)}</li>
            ))}
          </ul>
        </>
      ) : (
        <p className="missing">{t.innovation.scores_hidden}</p>
      )}
      <TakeOn innovation={innovation} />
      <p>
        <Link to="/innovations/$id/panel" params={{ id: String(innovation.id) }}>
          {t.panels.to_panel}
        </Link>
      </p>
      {may_assess && <AssessmentForm key={gate.round} innovation={innovation} gate={gate} />}
    </section>
  );
}

function shortfall_words({ code, criterion, have, needed, sentence }: GateShortfall, words: InnovationMessages): string {
  const name = criterion_name(criterion ?? "", words);
  switch (code) {
    case "assessments":
      return words.assessments(have, needed);
    case "not_judged":
      return words.shut.not_judged(name);
    case "not_met":
      return words.shut.not_met(name, have, needed);
    case "below_threshold":
      return words.shut.below_threshold(have / 100, needed / 100);
    default:
      return sentence;
  }
}

function Criteria({ gate, innovation }: { gate: Gate; innovation: Innovation }) {
  const t = useMessages();
  const format = useFormat();
  const given = innovation.assessments.filter(({ round, is_recused }) => round === gate.round && !is_recused);
  return (
    <div className="table-scroll" role="group" aria-labelledby="gate" tabIndex={0}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t.innovation.criterion}</th>
            <th scope="col">{t.innovation.weight}</th>
            {given.map((one, place) => (
              <th scope="col" key={one.at + String(place)}>
                {one.is_yours ? t.innovation.your_score : t.innovation.reviewer(place + 1)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {gate.rule.criteria.map((criterion, place) => (
            <tr key={criterion.name}>
              <th scope="row">{criterion_name(criterion.name, t.innovation)}</th>
              <td>{criterion.must_be_met ? t.innovation.must_be_met : format.number(criterion.weight)}</td>
              {given.map((one, reviewer) => (
                <td key={one.at + String(reviewer)}>{one.scores[place] ?? t.innovation.cannot_judge}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** For chairs, as long as no panel has it. */
function TakeOn({ innovation }: { innovation: Innovation }) {
  const t = useMessages();
  const account = useAccount();
  const write = useInnovationWrite(innovation.id);
  if (innovation.panel !== null) return <p>{t.innovation.panel(innovation.panel)}</p>;
  const panels = account?.grants.filter(({ role }) => role === "panel_chair").map(({ scope }) => scope) ?? [];
  return (
    <>
      <p className="missing">{t.innovation.no_panel}</p>
      {panels.map((panel) => (
        <button
          key={panel}
          type="button"
          className="button"
          onClick={() => write.mutate({ path: "/panel", body: { revision: innovation.revision, panel } })}
        >
          {t.innovation.take_on(panel)}
        </button>
      ))}
      <Refusal error={write.error} />
    </>
  );
}
