// Applications of the framework, as the API tells them.
import type { LevelName, VersionState } from "./types";

export type ItemStatus = "not_started" | "partly" | "in_place" | "not_applicable";
export type ApplicationStage =
  | "design"
  | "legislative_process"
  | "approved"
  | "pilot"
  | "implementation"
  | "completed"
  | "discontinued";
export type ApplicationType = "strategy" | "regulation" | "practical_measure";

export interface Level {
  number: number;
  name: LevelName;
}

/** Null is what nobody said, which is not level 0. */
export interface Standing {
  status: ItemStatus | null;
  self_assessed: Level | null;
  peer_reviewed: Level | null;
  distance: number | null;
  adapted: boolean;
  inherited: boolean;
  carried: boolean;
  to_reassess: boolean;
}

export interface Place {
  code: string;
  state: string;
  region: string | null;
}

export interface OverviewRow extends Place {
  stage: ApplicationStage | null;
  type: ApplicationType | null;
  cells: (Standing & { item: string })[] | null;
}

export interface ApplicationOverview {
  version: { number: string; title: string; state: VersionState } | null;
  versions: { number: string; state: VersionState; applications: number }[];
  items: { key: string; kind: "element" | "principle"; name: string }[];
  rows: OverviewRow[];
}

export interface ItemOfApplication extends Standing {
  key: string;
  kind: "element" | "principle";
  name: string;
  adaptation: string;
  explanation: string;
  evidence_links: string[];
  responsible_body: string;
  from: string | null;
  until: string | null;
  target: Level | null;
  target_inherited: boolean;
  gap: number | null;
  missing: string | null;
  reviews: { level: Level; reasons: string; state: string; at: string }[];
}

export interface Application extends Place {
  version: string;
  version_title: string;
  version_state: VersionState;
  type: ApplicationType;
  stage: ApplicationStage;
  revision: number;
  begun: string;
  carried_from: string | null;
  newer: string | null;
  items: ItemOfApplication[];
  moves: { act: string; to: ApplicationStage; at: string; reasons: string }[];
  next: { act: string; to: ApplicationStage; who: string[]; missing: string[] }[];
  related: (Place & { version: string; stage: ApplicationStage })[];
}
