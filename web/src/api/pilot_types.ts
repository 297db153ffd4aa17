// Protocols, pilots and what they found, as the API tells them; openapi.json has the same shapes.
export const DESIGNS = ["individually_randomised", "cluster_randomised", "pre_post_controlled", "matched_comparison", "single_group"] as const;
export type PilotDesign = (typeof DESIGNS)[number];

export const UNITS = ["learner", "group", "provider"] as const;
export type AssignmentUnit = (typeof UNITS)[number];

export const OUTCOME_KINDS = ["measure", "share"] as const;
export type OutcomeKind = (typeof OUTCOME_KINDS)[number];

export type Arm = "treated" | "control";
export type ProtocolState = "draft" | "registered" | "amended" | "closed";
export type ProtocolAct = "register" | "amend" | "close";
export type PilotState = "planned" | "recruiting" | "running" | "data_locked" | "analysed" | "reported" | "terminated";
export type PilotAct = "recruit" | "start" | "lock_data" | "analyse" | "report" | "terminate";
export type ProtocolNeed = "reasons" | "complete_text" | "other_text";
export type PilotNeed = "reasons" | "registered_protocol" | "participant_flow" | "outcome_data";
export type EvidenceFact = "account" | "change" | "control" | "replication" | "cost" | "countries" | "scale";

export interface PilotOutcome {
  name: string;
  instrument: string;
  timing: string;
  is_primary: boolean;
  is_attainment: boolean;
  lower_is_better: boolean;
  kind: OutcomeKind;
}

export interface ProtocolContent {
  title: string;
  question: string;
  design: PilotDesign;
  unit: AssignmentUnit;
  treated_arm: string;
  control_arm: string;
  outcomes: PilotOutcome[];
  planned_treated: number;
  planned_control: number;
  learners_in_a_group: number;
  intraclass_correlation: number;
  pre_post_correlation: number;
  analysis_plan: string;
  stopping_rule: string;
}

export type Interval = [low: number, high: number];

export interface PilotPower {
  minimum_detectable_effect: number | null;
  /** Of a share that half of the others have, 0 to 0.5. */
  share_difference: number | null;
  probability_better: number | null;
  effects: { effect: number; power: number; treated_learners: number | null }[];
  why_not: string | null;
}

export interface PilotEffect {
  outcome: string;
  is_primary: boolean;
  is_exploratory: boolean;
  measure: "hedges_g" | "cluster_adjusted_g" | "difference_of_changes" | "standardised_change" | "risk_difference";
  /** In standard deviations, or of a share the difference, -1 to 1; above 0 is better. */
  value: number;
  /** Null where figures are rounded. */
  variance: number | null;
  interval: Interval;
  finding: "better" | "unclear" | "worse";
  lower_is_better: boolean;
  /** The step of value and interval where the exact ones would tell of few learners. */
  exact_within: number | null;
  share: {
    treated: { events: number; learners: number };
    control: { events: number; learners: number };
    risk_ratio: Ratio | null;
    odds_ratio: Ratio | null;
  } | null;
  months_of_progress: { value: number; interval: Interval } | null;
  no_months: "share" | "not_attainment" | "no_control" | null;
  degrees_of_freedom: number;
  correction: "exact";
  design_effect: number;
  probability_better: number | null;
  protocol_text: number;
  input_sha256: string | null;
}

export interface Ratio {
  value: number;
  interval: Interval;
}

export const COST_KINDS = ["start_up", "recurring", "staff_time"] as const;
export type CostKind = (typeof COST_KINDS)[number];

/** What a pilot took. */
export interface Delivery {
  costs: { kind: CostKind; what: string; amount_eur: number; hours: number | null; cost_eur: number }[];
  has_costs: boolean;
  learners: number | null;
  sessions_planned: number | null;
  sessions_delivered: number | null;
  fidelity: number | null;
  context: string;
  total_eur: number | null;
  running_eur: number | null;
  per_learner_eur: number | null;
}

export interface SynthesisMean {
  value: number;
  standard_error: number;
  p_value: number;
  interval: Interval;
}

export interface ModeratorFinding {
  moderator: "country" | "fidelity" | "cost_per_learner";
  pilots: number;
  needed: number | null;
  compared_with: string | null;
  why_not: "not_recorded" | "never_differs" | "too_few" | "not_computed" | null;
  found: {
    constant: SynthesisMean;
    coefficients: (SynthesisMean & { name: string | null })[];
    tau_squared: number;
    r_squared: number | null;
    p_value: number;
  } | null;
}

/** With pilots of one country more alike than those of several. */
export interface NestedMean {
  countries: number;
  value: number;
  interval: Interval;
  between_countries: number;
  within_countries: number;
}

export interface Synthesis {
  nested: NestedMean | null;
  outcome: string;
  kind: OutcomeKind;
  lower_is_better: boolean;
  funnel: { asymmetry: SynthesisMean | null; rests_on_few: boolean; why_not: string | null } | null;
  moderators: ModeratorFinding[];
  pilots: {
    pilot: number;
    site: string;
    member_state: string;
    value: number;
    interval: Interval;
    weight: number | null;
    without: { value: number; interval: Interval } | null;
    standard_error: number | null;
    fidelity: number | null;
    cost_per_learner_eur: number | null;
  }[];
  pooled: {
    studies: number;
    value: number;
    interval: Interval;
    hartung_knapp_interval: Interval;
    normal_interval: Interval;
    tau_squared: number;
    i_squared: number;
    i_squared_interval: Interval;
    q: number;
    q_p_value: number;
    prediction: Interval | null;
  } | null;
  why_not: string | null;
}

export interface NextStep<Act, State, Need> {
  act: Act;
  to: State;
  who: string[];
  missing: Need[];
  to_state: Need[];
}

export interface Step<Act, State> {
  act: Act;
  from: State;
  to: State;
  reasons: string;
  at: string;
  by: string | null;
}

export interface PilotSummary {
  id: number;
  site: string;
  member_state: string;
  state: PilotState;
  revision: number;
  planned: string;
  changed: string;
}

export interface PilotLine extends PilotSummary {
  lead: string | null;
  effects: PilotEffect[];
  delivery: Delivery | null;
  ended_because: string | null;
}

export interface Protocol {
  id: number;
  innovation: { id: number; title: string };
  state: ProtocolState;
  revision: number;
  drafted: string;
  drafted_by: string | null;
  changed: string;
  content: ProtocolContent;
  problems: { field: string; message: string }[];
  power: PilotPower;
  texts: { number: number; text: string; sha256: string; reasons: string | null; at: string; by: string | null }[];
  moves: Step<ProtocolAct, ProtocolState>[];
  pilots: PilotLine[];
  syntheses: Synthesis[];
  next: NextStep<ProtocolAct, ProtocolState, ProtocolNeed>[];
  your_roles: string[];
}

export interface ArmFlow {
  arm: Arm;
  assigned: number | null;
  started: number | null;
  measured: number | null;
  analysed: number | null;
  never_started: number | null;
  not_measured: number | null;
  not_analysed: number | null;
  attrition: number | null;
}

export interface ArmSummary {
  outcome: string;
  arm: Arm;
  learners: number;
  groups: number | null;
  /** Of a share, which has no means. */
  events: number | null;
  mean_before: number | null;
  deviation_before: number | null;
  mean_after: number | null;
  deviation_after: number | null;
  correlation: number | null;
}

export interface Pilot extends PilotSummary {
  innovation: { id: number; title: string };
  protocol: { id: number; state: ProtocolState; content: ProtocolContent };
  lead: string | null;
  flow: ArmFlow[];
  data: { kind: "learners" | "summaries"; rows: number | null; sha256: string | null; first_at: string; summaries: ArmSummary[] } | null;
  is_suppressed: boolean;
  effects: PilotEffect[];
  delivery: Delivery | null;
  registered_texts: { number: number; sha256: string; at: string }[];
  moves: Step<PilotAct, PilotState>[];
  next: NextStep<PilotAct, PilotState, PilotNeed>[];
  your_roles: string[];
  /** Oldest first; names are null for visitors. */
  handovers: { from: string | null; to: string | null; reasons: string; at: string; by: string | null }[];
  /** To whom the reader may hand it over now. */
  may_lead: { person: number; name: string | null }[];
}

export interface Evidence {
  as_of: string;
  source: string;
  innovation: { id: number; title: string };
  level: number;
  there: EvidenceFact[];
  wanted: EvidenceFact[];
  reported_pilots: { better: number; unclear: number; worse: number };
  protocols: Protocol[];
}

export interface LearnerReport {
  rows: number;
  is_taken: boolean;
  /** With a thousand rejected rows nobody read on. */
  is_cut: boolean;
  rejected: { line: number; column: string | null; reason: string }[];
}
