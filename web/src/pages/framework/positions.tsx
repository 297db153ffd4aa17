import type { AgreementRule, FrameworkVersion } from "../../api/types";
import { useFormat } from "../../format/use_format";
import type { Messages } from "../../messages/en";
import { useMessages } from "../../messages/messages";
import { SetRule } from "./set_rule";
import { TakePosition } from "./take_position";

function rule_words(rule: AgreementRule, words: Messages["framework"]): string {
  const { majority, quorum_percent, states_percent, population_percent } = rule;
  if (majority === "unanimity") return words.rule_unanimity(quorum_percent);
  if (population_percent === null) return words.rule_states(states_percent, quorum_percent);
  return words.rule_people(states_percent, population_percent, quorum_percent);
}

/** Which state thinks what, the rule, and what it makes of that. */
export function Positions({ version }: { version: FrameworkVersion }) {
  const t = useMessages();
  const format = useFormat();
  const { outcome, positions, rule } = version;
  return (
    <section aria-labelledby="positions">
      <h2 id="positions">{t.framework.positions}</h2>
      <p>{rule ? `${t.framework.rule} ${rule_words(rule, t.framework)}` : t.framework.rule_none}</p>
      {outcome && (
        <p>
          {t.framework.outcome_counts(
            outcome.took_position,
            outcome.entitled,
            outcome.agree + outcome.agree_with_reservation,
          )}{" "}
          <strong>{t.framework.outcome(outcome.agreed)}</strong>
        </p>
      )}
      {positions.length === 0 ? (
        <p>{t.framework.positions_none}</p>
      ) : (
        <div className="table-scroll" role="group" aria-labelledby="positions" tabIndex={0}>
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{t.framework.column_country}</th>
                <th scope="col">{t.framework.column_position}</th>
                <th scope="col">{t.framework.column_text}</th>
                <th scope="col">{t.framework.column_date}</th>
              </tr>
            </thead>
            <tbody>
              {positions.map((position) => (
                <tr key={position.state + position.at}>
                  <th scope="row">{format.country(position.state)}</th>
                  <td>{t.framework.position[position.kind]}</td>
                  <td>{position.text}</td>
                  <td className="date">{format.date(position.at.slice(0, 10))}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {outcome && outcome.silent.length > 0 && (
        <p className="silent">
          {t.framework.silent} {outcome.silent.map(format.country).join(", ")}
        </p>
      )}
      <TakePosition version={version} />
      <SetRule />
    </section>
  );
}
