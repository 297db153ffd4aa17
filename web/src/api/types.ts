// The shapes of the HTTP API, as docs/api.md and the server's OpenAPI document tell them. What is not known is null or
// an empty list, never a zero.

export type Status = "not_started" | "ongoing" | "finished" | "unknown";

/** Part of a text; `marked` parts are what the search matched. */
export interface Run {
  text: string;
  marked: boolean;
}

export interface Misreading {
  /** Bytes [begin, end) of the text in UTF-8. */
  begin: number;
  end: number;
  reason: string;
}

/** A project as one of a list. */
export interface ProjectCard {
  id: string;
  title: string;
  acronym: string;
  programme: string;
  action: string;
  status: Status;
  start: string | null;
  end: string | null;
  grant_eur: number | null;
  coordinator: { id: string; name: string; country: string } | null;
  countries: string[];
  score: number;
}

export interface Hit extends ProjectCard {
  title_runs: Run[];
  snippet: { runs: Run[]; cut_before: boolean; cut_after: boolean };
  partner_count: number;
}

export interface SimilarProject extends ProjectCard {
  /** Words that both have, the most telling first. */
  shared: { word: string; share: number }[];
}

export interface SimilarProjects {
  hits: SimilarProject[];
  by_company: boolean;
}

export interface FacetValue {
  value: string;
  label: string;
  count: number;
  selected: boolean;
}

export interface Facet {
  name: string;
  distinct: number;
  values: FacetValue[];
}

/** A word of the query, and the best of those that were searched in its place or beside it. */
export interface NearWords {
  typed: string;
  words: string[];
  count: number;
  cut: boolean;
}

export interface AlsoSearched {
  typed: string;
  names: string[];
  /** Of a country: projects with an organisation there were found, too. */
  country: string | null;
}

export interface BetterText {
  text: string;
  /** Bytes of the text in UTF-8. */
  changed: { begin: number; end: number }[];
}

export interface Completion {
  kind: "topic" | "organisation" | "project";
  text: string;
  query: string;
  project: string | null;
  projects: number;
}

export interface SearchAnswer {
  total: number;
  query: {
    text: string;
    echo: string;
    misreadings: Misreading[];
    words_required: number;
    words_asked: number;
    prefix_cut: boolean;
    near_words: NearWords[];
    /** Words that stand in compounds, which were searched, too. */
    compounds: NearWords[];
    also_searched: AlsoSearched[];
    did_you_mean: BetterText | null;
  };
  hits: Hit[];
  facets: Facet[];
  next_cursor: string | null;
  demonstration: boolean;
  generation: number;
}

export interface Participation {
  organisation_id: string;
  name: string;
  short_name: string;
  role: string;
  role_label: string;
  order: number | null;
  country: string;
  country_label: string;
  city: string;
  region: string;
  nuts: string;
  type: string;
  type_label: string;
  is_sme: boolean | null;
  contribution_eur: number | null;
  total_cost_eur: number | null;
  latitude: number | null;
  longitude: number | null;
  website: string;
}

export interface Project {
  id: string;
  source: string;
  key: string;
  title: string;
  acronym: string;
  summary: string;
  summary_language: string;
  programme: string;
  key_action: string;
  action: string;
  call: string;
  call_year: number | null;
  status: Status;
  published_status: string;
  start: string | null;
  end: string | null;
  signed_on: string | null;
  updated_on: string | null;
  grant_eur: number | null;
  total_cost_eur: number | null;
  website: string;
  doi: string;
  rcn: string;
  good_practice: boolean | null;
  success_story: boolean | null;
  coordinator_count: number;
  partner_count: number;
  countries: string[];
  participations: Participation[];
  topics: { vocabulary: string; code: string; label: string }[];
  links: { url: string; kind: string; title: string }[];
  provenance: { field: string; source: string; key: string; file: string; run: number; imported: string }[];
  history: { run: number; when: string; field: string; before: string | null; after: string | null }[];
  demonstration: boolean;
}

export interface OrganisationProject {
  id: string;
  acronym: string;
  title: string;
  programme: string;
  status: Status;
  start: string | null;
  end: string | null;
  role: string;
  contribution_eur: number | null;
}

export interface OrganisationPart {
  id: string;
  name: string;
  pic: string;
  oid: string;
  vat: string;
  city: string;
  country: string;
}

export interface Organisation {
  id: string;
  name: string;
  short_name: string;
  aliases: string[];
  /** Others that were found to be this one. */
  parts: OrganisationPart[];
  pic: string;
  oid: string;
  vat: string;
  type: string;
  type_label: string;
  is_sme: boolean | null;
  street: string;
  post_code: string;
  city: string;
  region: string;
  country: string;
  country_label: string;
  nuts: string;
  latitude: number | null;
  longitude: number | null;
  website: string;
  project_count: number;
  coordinator_count: number;
  projects: OrganisationProject[];
  demonstration: boolean;
}

export interface CoverageRow {
  programme: string;
  year: number | null;
  country: string;
  projects: number;
  with_summary: number;
  with_participations: number;
}

export interface Coverage {
  as_of: string;
  source: string;
  rows: CoverageRow[];
  projects: number;
}

export type VersionState = "draft" | "consultation" | "final_proposal" | "agreed" | "superseded" | "withdrawn";
export type LevelName = "absent" | "ad_hoc" | "emerging" | "established" | "embedded_and_learning";
export type PositionKind = "agree" | "agree_with_reservation" | "abstain" | "object";
export type AmendmentState = "open" | "debated" | "accepted" | "rejected" | "withdrawn" | "merged";
export type ChangeKind = "unchanged" | "reworded" | "split" | "merged" | "added" | "removed";

export interface VersionSummary {
  number: string;
  title: string;
  state: VersionState;
  revision: number;
  based_on: string | null;
  created: string;
}

export interface FrameworkItem {
  key: string;
  kind: "element" | "principle";
  name: string;
  text: string;
  levels: { number: number; name: LevelName; text: string }[];
  evidence_types: string[];
}

/** `sentence` tells the rule in English; pages tell it from its parts. */
export interface AgreementRule {
  sentence: string;
  majority: "unanimity" | "qualified";
  quorum_percent: number;
  states_percent: number;
  population_percent: number | null;
  entitled: { state: string; population: number }[];
}

export interface FrameworkVersion extends VersionSummary {
  items: FrameworkItem[];
  moves: { act: string; to: VersionState; at: string; reasons: string }[];
  rule: AgreementRule | null;
  positions: { state: string; kind: PositionKind; text: string; at: string }[];
  outcome: {
    agreed: boolean;
    quorum: boolean;
    entitled: number;
    took_position: number;
    agree: number;
    agree_with_reservation: number;
    abstain: number;
    object: number;
    silent: string[];
  } | null;
  amendments: Amendment[];
  next: { act: string; to: VersionState; who: string[]; missing: string[] }[];
}

export interface Amendment {
  id: number;
  revision: number;
  item: string;
  before: string;
  after: string;
  reason: string;
  state: AmendmentState;
  supporters: number;
  moves: { act: string; to: AmendmentState; at: string; reasons: string }[];
  at: string;
}

export interface FrameworkChanges {
  older: string;
  newer: string;
  least_bump: "patch" | "minor" | "major";
  changes: { kind: ChangeKind; from: string[]; to: string[] }[];
  older_items: FrameworkItem[];
  newer_items: FrameworkItem[];
}

export interface ImportRun {
  id: number;
  source: string;
  label: string;
  state: string;
  began: string;
  ended: string | null;
  read: number;
  new: number;
  changed: number;
  unchanged: number;
  rejected: number;
}

export interface Reject {
  file: string;
  line: number;
  column: number | string | null;
  reason: string;
  raw: string;
}

/** application/problem+json, RFC 9457. */
export interface Problem {
  type?: string;
  title: string;
  status: number;
  detail?: string;
  parameter?: string;
  begin?: number;
  end?: number;
  reason?: RefusalReason;
}

/** What `detail` says, for those who say it in another language. */
export interface RefusalReason {
  code: string;
  /** Words by what they are: state, act, needs … */
  parts: Partial<Record<string, string[]>>;
}
