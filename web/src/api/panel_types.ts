// Panels, rubrics and rankings as the API tells them; openapi.json has the same shapes.
import type { RefusalReason } from "./types";
import type { GateRule, GateShortfall, InnovationState, PipelineAct, Stage } from "./innovation_types";

export const SCORED_STAGES = ["identified", "testing", "development", "assessment"] as const;
export type ScoredStage = (typeof SCORED_STAGES)[number];

export interface RubricCriterion {
  name: string;
  question: string;
  must_be_met: boolean;
  weight: number;
  /** For the scores from 0 to 4. */
  anchors: string[];
}

export interface RubricContent {
  stage: ScoredStage;
  title: string;
  criteria: RubricCriterion[];
  required_assessments: number;
  must_meet_score: number;
  threshold_hundredths: number;
}

export interface Rubric extends RubricContent {
  id: number;
  state: "draft" | "published";
  revision: number;
  gate_rule: number | null;
  created: string;
  published: string | null;
}

export interface PanelReviewer {
  number: number;
  person: number | null;
  name: string | null;
  is_you: boolean;
  standing: "assigned" | "declared" | "recused" | "released" | null;
  declaration: string | null;
  has_submitted: boolean;
  has_calibrated: boolean;
}

export interface RoundSummary {
  round: number;
  stage: Stage;
  outcome: PipelineAct | null;
  decided: string | null;
}

export const ANSWERS = ["0", "1", "2", "3", "4", "cannot_judge"] as const;
export type ScoreAnswer = (typeof ANSWERS)[number];

export interface ScoreLine {
  answer: ScoreAnswer | null;
  comment: string;
}

export interface ScoreDraft {
  /** Its revision; 0: nothing is saved. */
  draft: number;
  lines: ScoreLine[];
  comment: string;
}

export interface WhyNot {
  detail: string;
  reason?: RefusalReason;
}

export interface Panel {
  innovation: { id: number; title: string } & InnovationState;
  revision: number;
  panel: string | null;
  rule: GateRule | null;
  rubric: Rubric | null;
  round: number;
  kind: "open" | "assigned";
  calibration: number;
  calibrated: { have: number; needed: number };
  reviewers: PanelReviewer[];
  candidates: { person: number; name: string | null; why_not: WhyNot | null }[];
  rounds: RoundSummary[];
  why_scores_hidden: string | null;
  is_chair: boolean;
  may_declare: boolean;
  why_no_scoring: string | null;
  draft: ScoreDraft | null;
}

export interface Coefficient {
  value: number | null;
  interval: [number, number] | null;
  why_not: string | null;
}

export interface Agreement {
  reviewers: number;
  criteria: number;
  alpha: Coefficient;
  ac2: Coefficient;
  level: number;
  draws: number | null;
  draws_not_defined: number;
  /** Kept with the first scores; null where nobody has scored. */
  seed: number | null;
}

export interface ScoreSheet {
  reviewer: number;
  is_yours: boolean;
  is_recused: boolean;
  scores: (number | null)[];
  comments: (string | null)[];
  comment: string;
  at: string;
}

export interface Scoring {
  number: number;
  reasons: string | null;
  opened: string | null;
  why_hidden: string | null;
  sheets: ScoreSheet[];
  agreement: Agreement | null;
}

export interface PanelRound extends RoundSummary {
  rule: GateRule;
  rubric: Rubric | null;
  scorings: Scoring[];
  gate: { is_open: boolean; mean_hundredths: number | null; missing: GateShortfall[] } | null;
  reasons: string | null;
  is_override: boolean;
}

export interface Scored extends InnovationState {
  id: number;
  title: string;
  round: number;
  is_decided: boolean;
  assessments: number;
}

export interface Place {
  score: number | null;
  place: number | null;
}

export const METHODS = ["own_weights", "weighted_sum", "topsis", "promethee"] as const;
export type Method = (typeof METHODS)[number];

export type RankedOption = Scored & Record<Method, Place> & { values: number[]; acceptability: number[] | null };

export interface WeightRange {
  criterion: string;
  share: number;
  unchanged: [number, number];
  first_below: number | null;
  first_above: number | null;
}

export interface RankedPortfolio {
  as_of: string;
  source: string;
  rubric: number;
  criteria: { name: string; own_weight: number; weight: number }[];
  options: RankedOption[];
  left_out: (Scored & { why: GateShortfall })[];
  hidden: number;
  why_not: string | null;
  opinions: Record<Method, { first: number[]; why_not: string | null }>;
  sensitivity: WeightRange[];
  acceptability: { draws: number; seed: number; largest_standard_error: number } | null;
  why_no_acceptability: string | null;
}
