// Hubs as the API tells them; openapi.json has the same shapes.
import type { PilotState } from "./pilot_types";
import type { WatchFilter } from "./scouting_types";
import type { ProjectCard } from "./types";

export type HubState = "draft" | "open" | "closed";
export type HubAct = "open" | "close" | "reopen";

export interface HubText {
  language: string;
  name: string;
  description: string;
}

export interface HubFilter {
  query: string;
  choices: WatchFilter[];
}

export interface HubSummary {
  slug: string;
  state: HubState;
  revision: number;
  /** The first language is the one for whoever reads no other. */
  texts: HubText[];
  filter: HubFilter;
  created: string;
  changed: string;
}

export interface HubList {
  total: number;
  hubs: HubSummary[];
  may_create: boolean;
}

export interface HubNews {
  number: number;
  language: string;
  title: string;
  body: string;
  day: string;
  state: "published" | "withdrawn";
  role: string;
  published: string;
}

export interface HubCall {
  number: number;
  call: string;
  language: string;
  note: string;
  deadline: string;
  link: string;
  /** Of the catalogue under this call. */
  projects: number;
}

export interface HubHighlight {
  number: number;
  id: string;
  language: string;
  reason: string;
  /** Null where it has left the catalogue. */
  project: Omit<ProjectCard, "score"> | null;
}

export interface HubPilot {
  id: number;
  site: string;
  member_state: string;
  state: PilotState;
  innovation: { id: number; title: string };
}

export interface Hub extends HubSummary {
  curators: { role: string; people: number };
  news: HubNews[];
  calls: HubCall[];
  highlights: HubHighlight[];
  pilots: HubPilot[];
  next: { act: HubAct; to: HubState; who: string[]; missing: string[] }[];
  your_roles: string[];
  may_edit: boolean;
}

export interface HubQuarter {
  /** "2026-Q4" */
  quarter: string;
  from: string;
  to: string;
  projects: number;
  /** What finds them, with the filter's choices. */
  query: string;
  organisations: number;
  newcomers: number;
  countries: number;
  grant_eur: number | null;
  grant_known: number;
  members_known: number;
}

export interface HubFigures {
  hub: string;
  as_of: string;
  source: string;
  filter: HubFilter;
  coverage: {
    projects: number;
    shown: number;
    earlier: number;
    later: number;
    without_start: number;
    grant_known: number;
    members_known: number;
    organisations: number;
    country_unknown: number;
  };
  quarters: HubQuarter[];
  countries: { country: string; organisations: number }[];
}

export interface HubOrganisations {
  total: number;
  newcomers: number;
  organisations: { id: string; name: string; country: string; projects: number; newcomer: boolean }[];
}

/** What a manager writes of the hub itself. */
export interface HubContent {
  texts: HubText[];
  query: string;
  choices: WatchFilter[];
}
