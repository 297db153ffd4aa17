// Years as filter values: "2015", "2015..2017".
import type { FacetValue } from "../../api/types";

export interface YearRange {
  from: number;
  to: number;
}

export interface YearCount {
  year: number;
  count: number;
}

/** Every year from the first to the last, also those without a project. */
export function year_counts(values: FacetValue[]): YearCount[] {
  const counts = new Map<number, number>();
  for (const { value, count } of values) {
    const year = Number(value);
    if (Number.isInteger(year)) counts.set(year, count);
  }
  const years = [...counts.keys()];
  if (years.length === 0) return [];
  const first = Math.min(...years);
  const last = Math.max(...years);
  return Array.from({ length: last - first + 1 }, (_, place) => ({
    year: first + place,
    count: counts.get(first + place) ?? 0,
  }));
}

/** The years from the first chosen to the last; null where no year is chosen. */
export function years_of(chosen: string[]): YearRange | null {
  const years = chosen.flatMap((value) => {
    const match = /^(\d{4})(?:\.\.(\d{4}))?$/.exec(value);
    return match ? [Number(match[1]), Number(match[2] ?? match[1])] : [];
  });
  return years.length === 0 ? null : { from: Math.min(...years), to: Math.max(...years) };
}

export function range_value({ from, to }: YearRange): string {
  return from === to ? String(from) : `${from}..${to}`;
}
