// What may be expected of an innovation in everyday practice, as the API tells it; openapi.json has the same shapes.
import type { LevelName } from "./types";
import type { InnovationState } from "./innovation_types";
import type { Answer, CaseState } from "./mainstreaming_types";
import type { EvidenceFact, Interval, Synthesis } from "./pilot_types";

export const POTENTIAL_PARTS = ["evidence", "effect", "transferability", "scalability", "cost", "readiness", "adoption", "forecast"] as const;
export type PotentialPart = (typeof POTENTIAL_PARTS)[number];

export type Strength = "strong" | "mixed" | "weak" | "known" | "unknown";

export const POTENTIAL_REASONS = [
  "evidence_level",
  "would_raise",
  "pilots_worse",
  "pilots_unclear",
  "no_pilot",
  "one_pilot",
  "pilots_together",
  "not_pooled",
  "may_be_nothing",
  "may_be_harm",
  "no_control_group",
  "too_few_to_predict",
  "likely_elsewhere",
  "not_sure_elsewhere",
  "harm_elsewhere",
  "pilots_differ",
  "one_country",
  "several_countries",
  "tried_here",
  "not_tried_here",
  "too_few_for_moderators",
  "size_matters",
  "size_does_not_matter",
  "no_case",
  "case_of_other_state",
  "answers",
  "answered_no",
  "no_cost",
  "cost_here",
  "cost_elsewhere",
  "cost_per_learner",
  "cost_described",
  "no_state_chosen",
  "addresses_nothing",
  "no_application",
  "discontinued",
  "ready_items",
  "short_items",
  "far_items",
  "unassessed_items",
  "nobody_heard",
  "nobody_uses",
  "in_use",
  "given_up",
  "used_here",
  "not_used_here",
  "not_heard_here",
  "forecast_to",
  "no_saturation",
  "too_few_years",
  "nobody_adopted",
  "curve_not_determined",
] as const;
export type PotentialReason = (typeof POTENTIAL_REASONS)[number];

export interface StatedReason {
  code: PotentialReason;
  numbers: number[];
  names: string[];
  /** The same in English. */
  text: string;
}

export interface PartOfPotential {
  part: PotentialPart;
  strength: Strength;
  reasons: StatedReason[];
  source: string;
  changed: string | null;
  coverage: { known: number; of: number };
  rows: { name: string; page: string }[];
}

export interface AdoptionForecast {
  whole_years: number;
  points: { year: number; adopted: number; interval: Interval }[];
  from: number | null;
  to: number | null;
  model: { name: "bass"; level: number; market: FittedParameter; innovation: FittedParameter; imitation: FittedParameter } | null;
  why_not: { code: "too_few_periods" | "nobody_adopts" | "no_saturation" | "not_determined"; text: string } | null;
}

export interface FittedParameter {
  value: number;
  interval: Interval;
}

export interface CaseReference {
  id: number;
  member_state: string;
  state: CaseState;
}

export interface Potential {
  innovation: { id: number; title: string } & InnovationState;
  state: string | null;
  as_of: string;
  parts: PartOfPotential[];
  facts: {
    evidence: { level: number; there: EvidenceFact[]; wanted: EvidenceFact[]; reported_pilots: { better: number; unclear: number; worse: number } };
    effect: { outcomes: (Synthesis & { protocol: { id: number; title: string } })[]; leading: number | null };
    transferability: {
      states: { state: string; pilots: number; value: number; interval: Interval }[];
      i_squared: number | null;
      prediction: Interval | null;
      pilot_size: { slope_per_hundred_learners: number; interval: Interval } | null;
    };
    scalability: { case: CaseReference | null; checklist: { number: number; question: string; answer: Answer; evidence: string }[] };
    cost: { in_words: string | null };
    readiness: {
      application: string | null;
      items: { key: string; name: string | null; level: LevelName | null; target: LevelName | null; levels_missing: number | null; is_ready: boolean }[];
    };
    adoption: { using: number; states_using: number; heard: number; ever_adopted: number; using_here: number; heard_here: number };
    forecast: AdoptionForecast;
  };
  /** The newest case of the state that is not over. */
  case_here: CaseReference | null;
}

export interface Comparison {
  state: string;
  as_of: string;
  options: Potential[];
}
