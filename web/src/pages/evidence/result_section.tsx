import type { Pilot, PilotEffect } from "../../api/pilot_types";
import { useMessages } from "../../messages/messages";
import type { Messages } from "../../messages/en";

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
  const { value, interval, probability_better, design_effect } = effect;
  return (
    <div className="effect">
      <p className="plain-sentence">
        {plain_sentence(effect, t)} {effect.is_exploratory && <strong>({t.pilot.exploratory})</strong>}
      </p>
      <p>
        {t.pilot.effect_line(value, ...interval)} {probability_better !== null && t.pilot.chance(probability_better)}
      </p>
      <p className="missing">
        {t.pilot.measure[effect.measure]}. {design_effect > 1 && t.pilot.design_effect(design_effect)}{" "}
        <span className="checksum">
          {t.pilot.checksum} {effect.input_sha256}
        </span>
      </p>
    </div>
  );
}

/** By the interval: where it holds 0, nothing is claimed. */
export function plain_sentence({ outcome, interval: [low, high], measure }: PilotEffect, t: Messages): string {
  const words = t.pilot.plain;
  const is_alone = measure === "standardised_change";
  if (low > 0) return (is_alone ? words.changed_better : words.better)(outcome);
  if (high < 0) return (is_alone ? words.changed_worse : words.worse)(outcome);
  return (is_alone ? words.changed_unclear : words.unclear)(outcome);
}

function NotShown({ pilot }: { pilot: Pilot }) {
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
