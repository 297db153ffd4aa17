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
