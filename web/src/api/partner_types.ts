// Who would do as a partner: the schema PartnerAnswer of the API.
import type { Facet } from "./types";

export interface PartnerOrganisation {
  id: number;
  slug: string;
  name: string;
  short_name: string;
  type: string;
  country: string;
  city: string;
  region: string;
  projects: number;
}

export interface PartnerReasons {
  projects: number;
  most: { project: string; acronym: string; title: string; start: string | null; share: number }[];
}

export interface PartnerParts {
  relevance: number;
  ties: number;
  experience: number;
  complementarity: number;
  newcomer: number;
}

export interface PartnerHit extends PartnerOrganisation {
  score: number;
  parts: PartnerParts;
  first_project_began: string | null;
  is_newcomer: boolean;
  votes: PartnerReasons;
  ties: PartnerReasons;
}

export interface PartnerAnswer {
  as_of: string;
  source: string;
  formula: string;
  looked_for: {
    idea: string;
    language: string;
    project: string;
    call: string;
    members: PartnerOrganisation[];
    weights: PartnerParts;
    size_damping: number;
    half_life_years: number;
  };
  projects_voting: number;
  total: number;
  offset: number;
  facets: Facet[];
  hits: PartnerHit[];
}
