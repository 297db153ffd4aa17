import type { Interval, Synthesis } from "../../api/pilot_types";

/** Where the picture begins and ends: all intervals and 0, with a little room, in standard deviations. */
export function forest_range({ pilots, pooled }: Synthesis): Interval {
  const ends = [0, ...pilots.flatMap(({ interval }) => interval)];
  if (pooled) ends.push(...pooled.interval, ...(pooled.prediction ?? []));
  const low = Math.min(...ends);
  const high = Math.max(...ends);
  const room = (high - low || 1) * 0.05;
  return [low - room, high + room];
}

/** The place of a value in a picture of this width. */
export function place_of(value: number, [low, high]: Interval, width: number): number {
  return ((value - low) / (high - low)) * width;
}

const STEPS = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100];
const MOST_TICKS = 6;

/** Round values along the picture, 0 among them where it is there. */
export function ticks_of([low, high]: Interval): number[] {
  const step = STEPS.find((one) => (high - low) / one <= MOST_TICKS) ?? (high - low) / MOST_TICKS;
  const first = Math.ceil(low / step);
  const last = Math.floor(high / step);
  return Array.from({ length: Math.max(last - first + 1, 0) }, (_, at) => (first + at) * step);
}
