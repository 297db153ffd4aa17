// Mainstreaming cases as the API tells them; openapi.json has the same shapes.
import type { InnovationState, PipelineAct } from "./innovation_types";

export const LEVERS = ["curriculum", "qualification_standard", "funding_rule", "regulation", "staff_training", "guidance"] as const;
export type Lever = (typeof LEVERS)[number];

export const CASE_STATES = [
  "prepared",
  "submitted",
  "under_consideration",
  "approved",
  "approved_in_part",
  "declined",
  "in_force",
  "reviewed",
  "ended",
  "closed",
] as const;
export type CaseState = (typeof CASE_STATES)[number];

export type CaseAct =
  | "submit"
  | "take_back"
  | "consider"
  | "approve"
  | "approve_in_part"
  | "decline"
  | "enact"
  | "review"
  | "continue_in_force"
  | "end"
  | "revoke"
  | "close";

export type CaseNeed = "reasons" | "recommendation" | "answered_checklist" | "cost_at_scale" | "equity_statement" | "date_in_force";

export const ANSWERS = ["unknown", "no", "partly", "yes"] as const;
export type Answer = (typeof ANSWERS)[number];

export interface CaseSummary {
  id: number;
  innovation: { id: number; title: string };
  member_state: string;
  lever: Lever;
  competent_authority: string;
  state: CaseState;
  revision: number;
  cost_at_scale: number | null;
  in_force_from: string | null;
  answers: Record<Answer, number>;
  prepared: string;
  changed: string;
}

export interface CaseList {
  total: number;
  cases: CaseSummary[];
  next: number | null;
}

export interface ChecklistLine {
  answer: Answer;
  evidence: string;
}

export interface NextCaseAct {
  act: CaseAct;
  to: CaseState;
  who: string[];
  missing: CaseNeed[];
  to_state: CaseNeed[];
}

export interface CaseMove {
  act: CaseAct;
  from: CaseState;
  to: CaseState;
  reasons: string;
  in_force_from: string | null;
  role: string;
  at: string;
  by: string | null;
}

export interface MainstreamingCase extends Omit<CaseSummary, "innovation"> {
  innovation: { id: number; title: string; taken_up_by: string | null; is_recommended: boolean } & InnovationState;
  checklist: (ChecklistLine & { number: number; question: string })[];
  risks: string;
  equity: string;
  prepared_by: string | null;
  next: NextCaseAct[];
  waiting: { of_innovation: PipelineAct[]; of_case: CaseAct[] };
  /** While it is in force. */
  review_due: string | null;
  moves: CaseMove[];
  your_roles: string[];
}

/** What an innovator prepares. */
export interface CaseContent {
  lever: Lever;
  competent_authority: string;
  checklist: ChecklistLine[];
  cost_at_scale: number | null;
  risks: string;
  equity: string;
}
