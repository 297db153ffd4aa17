// Dates without a time of day, as the API writes them ("2015-11-01"), and durations between them. All in UTC: a date
// of a contract is the same everywhere.

const DAY_MS = 86_400_000;

/** Milliseconds at the beginning of that day, or null where the text is no date. */
export function day_of(date: string | null): number | null {
  if (date === null || !/^\d{4}-\d{2}-\d{2}/.test(date)) return null;
  const ms = Date.parse(`${date.slice(0, 10)}T00:00:00Z`);
  return Number.isNaN(ms) ? null : ms;
}

export function today_iso(now: Date = new Date()): string {
  return now.toISOString().slice(0, 10);
}

export interface Duration {
  years: number;
  months: number;
  days: number;
}

/**
 * From the first day to the last, both included, in the words of a contract: 1 Nov 2015 – 31 Oct 2017 is two years.
 * Days count only where there is not a whole month. Null where the dates are missing or in the wrong order.
 */
export function duration_between(first: string | null, last: string | null): Duration | null {
  const from = day_of(first);
  const to = day_of(last);
  if (from === null || to === null || to < from) return null;
  const begin = new Date(from);
  const after = new Date(to + DAY_MS);
  let months =
    (after.getUTCFullYear() - begin.getUTCFullYear()) * 12 + after.getUTCMonth() - begin.getUTCMonth();
  if (after.getUTCDate() < begin.getUTCDate()) months -= 1;
  if (months === 0) return { years: 0, months: 0, days: Math.round((to + DAY_MS - from) / DAY_MS) };
  return { years: Math.floor(months / 12), months: months % 12, days: 0 };
}

/** Where `date` lies between the two, 0 to 1; outside it is cut. */
export function part_between(date: string, first: string, last: string): number {
  const [at, from, to] = [day_of(date) ?? 0, day_of(first) ?? 0, day_of(last) ?? 0];
  if (to <= from) return 0;
  return Math.min(1, Math.max(0, (at - from) / (to - from)));
}
