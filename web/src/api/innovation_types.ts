// Innovations as the API tells them; openapi.json has the same shapes.
export const STAGES = ["identified", "testing", "development", "assessment", "mainstreaming", "mainstreamed"] as const;
export type Stage = (typeof STAGES)[number];

export const STANDINGS = ["active", "parked", "stopped", "withdrawn", "merged", "de_implemented"] as const;
export type Standing = (typeof STANDINGS)[number];

export const PIPELINE_ACTS = [
  "proceed",
  "revise",
  "reject",
  "merge",
  "repeat",
  "adapt",
  "back_to_testing",
  "stop",
  "recommend",
  "recommend_with_conditions",
  "not_yet",
  "no",
  "take_up",
  "adopt",
  "adopt_in_part",
  "decline",
  "keep",
  "modify",
  "de_implement",
  "park",
  "resume",
  "withdraw",
] as const;
export type PipelineAct = (typeof PIPELINE_ACTS)[number];

export type FactKind =
  | "ethics_note"
  | "data_protection_note"
  | "lessons"
  | "product_materials"
  | "product_training"
  | "product_cost"
  | "product_licence"
  | "product_accessibility";

export interface InnovationState {
  stage: Stage;
  standing: Standing;
}

export interface InnovationSummary extends InnovationState {
  id: number;
  title: string;
  problem: string;
  revision: number;
  member_state: string;
  mainstreaming_state: string | null;
  panel: string | null;
  created: string;
  changed: string;
}

export interface InnovationLine extends InnovationSummary {
  framework_items: string[];
  supporters: number;
  last_act: PipelineAct | null;
  last_reasons: string | null;
}

export interface InnovationList {
  total: number;
  innovations: InnovationLine[];
  next: number | null;
}

export interface InnovationText {
  title: string;
  problem: string;
  what_is_new: string;
  target_group: string;
  eqf_levels: number[];
  isced_field: string;
  setting: "school" | "workplace" | "both" | null;
  type: "product" | "pedagogy" | "organisation" | "external_relations" | null;
  novelty: "provider" | "region" | "member_state" | "eu" | null;
  novelty_justification: string;
  theory_of_change: string;
  intended_outcomes: string[];
  resources: string;
  licence: string;
  languages: string[];
  projects: string[];
  framework_items: string[];
}

export interface GateRule {
  number: number;
  stage: Stage;
  criteria: { name: string; must_be_met: boolean; weight: number }[];
  required_assessments: number;
  must_meet_score: number;
  threshold_hundredths: number;
}

/** What keeps a gate shut, by its code, and the same as an English sentence. */
export interface GateShortfall {
  code: "assessments" | "not_judged" | "not_met" | "below_threshold";
  criterion: string | null;
  have: number;
  needed: number;
  sentence: string;
}

export interface Gate {
  rule: GateRule;
  round: number;
  assessments: number;
  you_have_assessed: boolean;
  shows_scores: boolean;
  is_open: boolean | null;
  mean_hundredths: number | null;
  missing: GateShortfall[];
}

export interface NextAct extends InnovationState {
  act: PipelineAct;
  who: string[];
  missing: string[];
  to_state: string[];
  is_gated: boolean;
}

export interface Condition {
  text: string;
  due: string;
}

export interface DecidedCondition extends Condition {
  number: number;
  met: { at: string; by: string | null; role: string; shown_by: string } | null;
}

export interface InnovationMove {
  number: number;
  act: PipelineAct;
  is_decision: boolean;
  from: InnovationState;
  to: InnovationState;
  reasons: string;
  at: string;
  by: string | null;
  role: string;
  framework: string;
  round: number;
  is_override: boolean;
  confirmed_by: string | null;
  merge_target: number | null;
  state: string | null;
  competent_authority: string | null;
  in_force_from: string | null;
  evidence: string[];
  conditions: DecidedCondition[];
}

export interface TeamMember {
  person: number | null;
  name: string | null;
  is_you: boolean;
  role: "innovator" | "pilot_lead";
  organisation: string | null;
  since: string;
}

export interface LikelyDuplicate extends InnovationState {
  id: number;
  title: string;
  percent: number;
}

export interface LineageNode extends InnovationState {
  id: number;
  title: string;
}

export interface LineageLine {
  innovation: number;
  earlier: number;
  kind: "adapts" | "reimagines" | "merges";
}

export interface Innovation extends InnovationSummary {
  text: InnovationText;
  text_number: number;
  problems: { field: string; message: string }[];
  merged_into: number | null;
  next: NextAct[];
  gate: Gate | null;
  pending_override: { act: PipelineAct; reasons: string; at: string; by: string | null } | null;
  moves: InnovationMove[];
  assessments: { round: number; is_yours: boolean; is_recused: boolean; scores: (number | null)[]; comment: string; at: string }[];
  facts: { kind: FactKind; text: string; round: number; at: string }[];
  protocols: { title: string; text: string; sha256: string; reasons: string | null; registered: string; is_exploratory: boolean }[];
  evidence: { frozen: string; round: number; links: { title: string; link: string }[] }[];
  team: TeamMember[];
  waiting: TeamMember[];
  supporters: number;
  you_support: boolean;
  your_roles: string[];
  projects: { slug: string; title: string | null }[];
  lineage: { nodes: LineageNode[]; lines: LineageLine[] };
  duplicates: LikelyDuplicate[];
  told_apart: { earlier: number; reasons: string; at: string }[];
}

export interface Pipeline {
  as_of: string;
  source: string;
  total: number;
  stages: { stage: Stage; standings: Record<Standing, number> }[];
  gate_rules: GateRule[];
}
