// What a cell of the heat map shows, and in which order states stand. Pure functions.
import type { Level, OverviewRow, Standing } from "../../api/application_types";

/** Unknown, to be assessed again, not applicable and no application are all shown, and none of them as a level. */
export type Tone = "level" | "unknown" | "reassess" | "not-applicable" | "no-application";

export interface HeatCell {
  tone: Tone;
  /** Only where the tone is "level". */
  level: Level | null;
  by_peers: boolean;
  adapted: boolean;
  inherited: boolean;
}

/** Peers' level where there is one, else the state's own. */
export function level_of(standing: Standing): Level | null {
  return standing.peer_reviewed ?? standing.self_assessed;
}

/** Null stands for a state that does not apply the version. */
export function heat_cell(standing: Standing | null): HeatCell {
  if (!standing) return { tone: "no-application", level: null, by_peers: false, adapted: false, inherited: false };
  const level = standing.status === "not_applicable" ? null : level_of(standing);
  return {
    tone: tone_of(standing, level),
    level,
    by_peers: level !== null && standing.peer_reviewed !== null,
    adapted: standing.adapted,
    inherited: standing.inherited,
  };
}

function tone_of(standing: Standing, level: Level | null): Tone {
  if (level) return "level";
  if (standing.status === "not_applicable") return "not-applicable";
  return standing.to_reassess ? "reassess" : "unknown";
}

export const SIGNS: Record<Exclude<Tone, "level">, string> = {
  unknown: "?",
  reassess: "↻",
  "not-applicable": "n/a",
  "no-application": "–",
};

/** "3", "3*" where peers saw it, or the sign of what is not a level. */
export function sign_of(cell: HeatCell): string {
  if (cell.tone !== "level") return SIGNS[cell.tone];
  return `${cell.level?.number}${cell.by_peers ? "*" : ""}`;
}

/** With an item the greatest level first, what has none behind, and where nothing is applied last; else by name. */
export function in_order(rows: OverviewRow[], item: string | null, name_of: (row: OverviewRow) => string): OverviewRow[] {
  const rank = (row: OverviewRow) => {
    if (!row.cells) return -2;
    const cell = row.cells.find((one) => one.item === item);
    return (cell && heat_cell(cell).level?.number) ?? -1;
  };
  const by_name = (a: OverviewRow, b: OverviewRow) => name_of(a).localeCompare(name_of(b));
  return [...rows].sort((a, b) => (item === null ? 0 : rank(b) - rank(a)) || by_name(a, b));
}
