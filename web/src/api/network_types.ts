// What GET /api/v1/network and /api/v1/network/path answer; openapi.json has the same as schemas.

export interface NetworkOrganisation {
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

export interface NetworkMember extends NetworkOrganisation {
  degree: number;
  stable_ties: number;
  joint_projects: number;
  core: number;
  betweenness: number;
  betweenness_low: number;
  betweenness_high: number;
  community: number;
  is_newcomer: boolean;
}

export interface NetworkTie {
  from: number;
  to: number;
  joint_projects: number;
}

export const NETWORK_ORDERS = ["degree", "betweenness", "core", "projects"] as const;
export type NetworkOrder = (typeof NETWORK_ORDERS)[number];

export interface Network {
  as_of: string;
  source: string;
  query: { around: NetworkOrganisation | null };
  projects: number;
  organisations: number;
  ties: number;
  stable_ties: number;
  newcomers: number;
  components: { count: number; largest: number };
  highest_core: number;
  betweenness: { method: "exact" | "sampled"; samples: number | null; confidence: number | null; greatest_error: number };
  communities: {
    count: number;
    modularity: number;
    largest: { number: number; organisations: number; countries: { country: string; organisations: number }[] }[];
  };
  members: NetworkMember[];
  among: NetworkTie[];
}

export interface NetworkPathStep extends NetworkOrganisation {
  joint: { projects: number; newest: { project: string; acronym: string; title: string; start: string | null }[] };
}

export interface NetworkPath {
  as_of: string;
  from: NetworkOrganisation;
  to: NetworkOrganisation;
  steps: number | null;
  path: NetworkPathStep[];
}
