// What an effect comes to in words, whatever it is measured in; the same words for what helped and what did not.
import type { Interval, OutcomeKind, PilotEffect, Synthesis } from "../../api/pilot_types";
import type { Messages } from "../../messages/en";

/** Of what a figure is, and which way is better. */
export interface Scale {
  kind: OutcomeKind;
  lower_is_better: boolean;
}

export function scale_of({ measure, lower_is_better }: PilotEffect): Scale {
  return { kind: measure === "risk_difference" ? "share" : "measure", lower_is_better };
}

/** "12 more of 100 learners, between 3 and 21", or in standard deviations; shares as they were counted, whichever way is better. */
export function figure_words(scale: Scale, value: number, [low, high]: Interval, t: Messages): string {
  if (scale.kind === "measure") return t.pilot.effect_line(value, low, high);
  return scale.lower_is_better ? t.pilot.share_line(-value, -high, -low) : t.pilot.share_line(value, low, high);
}

/** A figure of a table or an axis, where above 0 is better. */
export function value_words(kind: OutcomeKind, value: number, t: Messages): string {
  return kind === "share" ? t.pilot.of_100(value) : t.pilot.value(value);
}

export function interval_words(kind: OutcomeKind, [low, high]: Interval, t: Messages): string {
  return kind === "share" ? t.pilot.from_to_of_100(low, high) : t.pilot.from_to(low, high);
}

/** By the interval: where it holds 0, nothing is claimed. */
export function plain_sentence(effect: PilotEffect, t: Messages): string {
  const { outcome, finding, measure, value, interval } = effect;
  const words = t.pilot.plain;
  if (measure === "standardised_change") return words[`changed_${finding}`](outcome);
  const sentence = words[finding](outcome);
  return measure === "risk_difference" ? `${sentence.slice(0, -1)}: ${figure_words(scale_of(effect), value, interval, t)}.` : sentence;
}

/** Why nothing is pooled. */
export function why_not_pooled({ pilots }: Synthesis, { pilot: words }: Messages): string {
  if (pilots.length === 0) return words.not_pooled.none;
  if (pilots.length === 1) return words.not_pooled.one;
  return pilots.some(({ standard_error }) => standard_error === null) ? words.not_pooled.few : words.not_pooled.failed;
}
