// Consortia and the rules of calls: schemas ConsortiumRules, ConsortiumCheck and ConsortiumProposal of the API.
export type Texts = { en: string } & Record<string, string>;

export interface RuleSource {
  document: string;
  year: string;
  part: string;
  address: string | null;
}

export type RuleKind =
  | "organisations"
  | "countries"
  | "every_country"
  | "only"
  | "once"
  | "budget_total"
  | "organisation_share"
  | "country_share"
  | "by_hand";

export interface Rule {
  rule: string;
  kind: RuleKind;
  text: Texts;
  comment: Texts | null;
  check_against_call: boolean;
  at_least: number | null;
  at_most: number | null;
}

export interface RuleSet {
  name: string;
  title: Texts;
  programme: string;
  action: string;
  sources: RuleSource[];
  rules: Rule[];
}

export interface ConsortiumRules {
  rule_sets: RuleSet[];
  country_groups: Record<string, { title: Texts; countries: string[]; source: string | null; check_against_call: boolean }>;
  organisation_types: string[];
  roles: string[];
}

export type Verdict = "passed" | "failed" | "unjudged";
export type UnknownField = "country" | "type" | "role" | "budget" | "newcomer";

/** What is null is unknown. */
export interface Member {
  organisation: string | null;
  name: string;
  country: string | null;
  type: string | null;
  role: string | null;
  budget_eur: number | null;
  newcomer: boolean | null;
}

export interface Outcome extends Rule {
  verdict: Verdict;
  reason: string;
  found: { low: number; high: number | null } | null;
  organisations: number[];
  against: number[];
  countries: string[];
  missing: { organisation: number; field: UnknownField }[];
}

export interface ConsortiumCheck {
  rules: Omit<RuleSet, "rules">;
  verdict: Verdict;
  organisations: Member[];
  outcomes: Outcome[];
}

export interface Alternative {
  candidate: number;
  organisation: Member;
  score: number;
}

export interface ConsortiumProposal {
  state: "optimal" | "good" | "impossible" | "unknown";
  score: number | null;
  bound: number | null;
  places: (Alternative & { alternatives: Alternative[] })[];
  in_the_way: string[];
  check: ConsortiumCheck | null;
}
