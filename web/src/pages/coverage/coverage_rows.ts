// Sums of the coverage rows, by one of their three sides. A project is in exactly one row, so sums count each once.
import type { CoverageRow } from "../../api/types";

export const GROUPS = ["programme", "year", "country"] as const;
export type Group = (typeof GROUPS)[number];

export interface CoverageSum {
  /** Empty where unknown. */
  key: string;
  projects: number;
  with_summary: number;
  with_participations: number;
}

/** Years from the newest, the others from the most projects; the unknown last. */
export function sums_by(rows: CoverageRow[], group: Group): CoverageSum[] {
  const sums = new Map<string, CoverageSum>();
  for (const row of rows) {
    const key = row[group] === null ? "" : String(row[group]);
    sums.set(key, added(sums.get(key) ?? nothing(key), row));
  }
  return [...sums.values()].sort(
    (a, b) =>
      Number(a.key === "") - Number(b.key === "") ||
      (group === "year" ? Number(b.key) - Number(a.key) : b.projects - a.projects || a.key.localeCompare(b.key)),
  );
}

export function total_of(rows: CoverageRow[]): CoverageSum {
  return rows.reduce(added, nothing("total"));
}

function nothing(key: string): CoverageSum {
  return { key, projects: 0, with_summary: 0, with_participations: 0 };
}

function added(sum: CoverageSum, row: CoverageRow): CoverageSum {
  return {
    key: sum.key,
    projects: sum.projects + row.projects,
    with_summary: sum.with_summary + row.with_summary,
    with_participations: sum.with_participations + row.with_participations,
  };
}
