// The two aims as the API tells them; openapi.json has the same shapes.
export const OSLO_TYPES = ["product", "pedagogy", "organisation", "external_relations"] as const;
export type OsloType = (typeof OSLO_TYPES)[number];

export const NOVELTY_SCOPES = ["provider", "region", "member_state", "eu"] as const;
export type NoveltyScope = (typeof NOVELTY_SCOPES)[number];

export type AimUnit = "count" | "share" | "per_hundred_providers" | "days" | "partners" | "groups";

export const AIM_MEASURES = [
  "enterprises_in_vet_projects",
  "vet_share_of_organisations",
  "vet_share_of_participations",
  "vet_degree",
  "vet_brokerage",
  "new_ties_to_enterprises",
  "new_ties_to_research",
  "enterprise_innovations_with_vet_partner",
  "innovating_providers",
  "innovating_providers_by_type",
  "innovating_providers_by_novelty",
  "stage_entries",
  "stage_survival",
  "stage_days",
  "learners_reached",
] as const;
export type AimMeasure = (typeof AIM_MEASURES)[number];

export interface AimStates {
  as_of: string;
  source: string;
  states: {
    state: string;
    vet_providers_in_catalogue: number;
    providers_listed: number;
    providers_in_scope: number | null;
    providers_answered: number;
  }[];
}

/** Of the catalogue, those that count as VET providers of a state. */
export interface VetProviders {
  as_of: string;
  source: string;
  state: string;
  total: number;
  organisations: { id: string; name: string; stated_type: string | null }[];
  next_cursor: string | null;
}

interface FigureName {
  figure: string;
  measure: AimMeasure;
  /** An Oslo type, a novelty scope or a stage. */
  part: string | null;
  unit: AimUnit;
}

interface FigureFacts {
  year: number;
  /** Null where nothing is known, which is not 0. */
  value: number | null;
  as_of: string;
  source: string;
  heard: number;
  /** Null where nobody said how many there are. */
  in_scope: number | null;
}

export interface YearFigure extends FigureFacts {
  rows: number;
}

export interface AimSeries extends FigureName {
  years: YearFigure[];
}

export interface Aims {
  state: string;
  from: number;
  to: number;
  scope: { providers: number; day: string; source: string } | null;
  contribution: AimSeries[];
  incidence: AimSeries[];
}

export interface AimName {
  kind: "organisation" | "project" | "provider" | "innovation";
  id: number;
  slug: string | null;
  name: string;
}

export interface AimRows extends FigureName, FigureFacts {
  state: string;
  total: number;
  rows: { names: AimName[]; value: number | null }[];
  next_cursor: string | null;
}

export interface ImplementedInnovation {
  implemented: string;
  type: OsloType;
  novelty: NoveltyScope;
}

export interface ProviderAnswer {
  provider: { id: number; name: string };
  answered: string;
  learners: number | null;
  learners_reached: number | null;
  innovations: ImplementedInnovation[];
  source: string;
  revision: number;
  changed: string;
}
