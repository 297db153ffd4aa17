// What scouting answers: schemas RisingTerms, NeedAnswer, Watch and WatchNews of the API.
import type { Misreading, ProjectCard } from "./types";

export interface RisingTerm {
  term: string;
  /** What finds its projects, with the same filters. */
  query: string;
  projects: number;
  years: { year: number; projects: number; share: number | null }[];
  /** Factors a year: 1.2 is a fifth more. */
  growth: { per_year: number; low: number; high: number | null };
  z: number;
  chance: number;
}

export interface RisingTerms {
  query: { text: string; echo: string; misreadings: Misreading[] };
  as_of: string;
  source: string;
  statistic: string;
  years: { year: number; projects: number; words: number }[];
  has_enough: boolean;
  fewest_projects: number;
  greatest_chance: number;
  words_tried: number;
  phrases_tried: number;
  projects_read_for_phrases: number;
  terms: RisingTerm[];
}

export interface Closeness {
  value: number;
  words: number;
  cosine: number;
}

export interface NeedHit extends ProjectCard {
  closeness: Closeness;
  shared: { word: string; share: number }[];
  nearest: { id: number; title: string; closeness: Closeness } | null;
}

export interface NeedAnswer {
  text: string;
  language: string;
  as_of: string;
  source: string;
  formula: string;
  by_company: boolean;
  innovations_compared: number;
  projects_compared: number;
  hits: NeedHit[];
}

export interface WatchFilter {
  facet: string;
  value: string;
}

export interface Watch {
  id: number;
  name: string;
  query: string;
  filters: WatchFilter[];
  created_at: string;
  seen_at: string;
}

export interface CountedWatch extends Watch {
  added: number;
  changed: number;
}

export interface NewProject extends ProjectCard {
  news: "added" | "changed";
}

export interface WatchNews {
  watch: Watch;
  total: number;
  added: number;
  changed: number;
  projects: NewProject[];
  next_cursor: string | null;
  /** What marks this as seen, and nothing that comes after it. */
  up_to: string;
  catching_up: boolean;
}
