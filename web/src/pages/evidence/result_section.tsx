import type { Pilot, PilotEffect } from "../../api/pilot_types";
import { useMessages } from "../../messages/messages";
import { figure_words, plain_sentence, scale_of } from "./effect_words";

/** One sentence first, then the figures, then what it does not show; the same for what helped and what did not. */
export function ResultSection({ pilot }: { pilot: Pilot }) {
  const t = useMessages();
  const { effects, protocol } = pilot;
  const without = effects.length === 0 ? [] : protocol.content.outcomes.filter(({ name }) => !effects.some(({ outcome }) => outcome === name));
  return (
    <section aria-labelledby="result">
      <h2 id="result">{t.pilot.result}</h2>
      {effects.length === 0 && <p>{t.pilot.result_none}</p>}
      {effects.map((effect) => (
        <EffectWords key={effect.outcome} effect={effect} />
      ))}
      {without.map(({ name }) => (
        <p key={name}>{t.pilot.not_computed(name)}</p>
      ))}
      {effects.length > 0 && <NotShown pilot={pilot} />}
    </section>
  );
}

function EffectWords({ effect }: { effect: PilotEffect }) {
  const t = useMessages();
  const { value, interval, probability_better, design_effect, exact_within, input_sha256, share } = effect;
  const scale = scale_of(effect);
  return (
    <div className="effect">
      <p className="plain-sentence">
        {plain_sentence(effect, t)} {effect.is_exploratory && <strong>({t.pilot.exploratory})</strong>}
      </p>
      <p>
        {scale.kind === "measure" && `${figure_words(scale, value, interval, t)}.`} {probability_better !== null && t.pilot.chance(probability_better)}
        {share && <ShareWords share={share} />}
      </p>
      <MonthsWords effect={effect} />
      <p className="missing">
        {t.pilot.measure[effect.measure]}. {design_effect > 1 && t.pilot.design_effect(design_effect)}{" "}
        {exact_within !== null && t.pilot.coarse(exact_within)}{" "}
        {input_sha256 && (
          <span className="checksum">
            {t.pilot.checksum} {input_sha256}
          </span>
        )}
      </p>
    </div>
  );
}

/** The shares themselves, and as ratios. */
export function ShareWords({ share }: { share: NonNullable<PilotEffect["share"]> }) {
  const t = useMessages();
  const { treated, control, risk_ratio, odds_ratio } = share;
  return (
    <>
      {t.pilot.shares(treated.events, treated.learners, control.events, control.learners)}{" "}
      {risk_ratio && t.pilot.risk_ratio(risk_ratio.value, ...risk_ratio.interval)}{" "}
      {odds_ratio && t.pilot.odds_ratio(odds_ratio.value, ...odds_ratio.interval)}
    </>
  );
}

/** Months of progress where they may be told, else why not. */
export function MonthsWords({ effect: { months_of_progress: months, no_months } }: { effect: PilotEffect }) {
  const t = useMessages();
  if (months) return <p>{t.pilot.months(months.value, ...months.interval)}</p>;
  return no_months && <p className="missing">{t.pilot.no_months[no_months]}</p>;
}

/** What a reader has to keep in mind, from the design and from who was lost. */
export function NotShown({ pilot }: { pilot: Pilot }) {
  const t = useMessages();
  const { design } = pilot.protocol.content;
  const lost = pilot.flow.map(({ attrition }) => attrition);
  const [treated, control] = lost;
  return (
    <>
      <h3>{t.pilot.not_shown}</h3>
      <ul>
        {design === "single_group" && <li>{t.pilot.not_shown_alone}</li>}
        {(design === "pre_post_controlled" || design === "matched_comparison") && <li>{t.pilot.not_shown_lot}</li>}
        {typeof treated === "number" && typeof control === "number" && <li>{t.pilot.not_shown_attrition(treated, control)}</li>}
        {typeof treated === "number" && lost.length === 1 && <li>{t.pilot.not_shown_attrition_one(treated)}</li>}
        <li>{t.pilot.not_shown_site}</li>
      </ul>
    </>
  );
}
