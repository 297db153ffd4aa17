// Where the points of the curve stand in its picture. Pure functions.
import type { SpreadPoint } from "../../api/adoption_types";

export interface Picture {
  width: number;
  height: number;
}

/** The highest number that the axis names: at least 1, so that a curve of zeros lies on the ground. */
export function top_of(spread: readonly SpreadPoint[]): number {
  return Math.max(1, ...spread.map(({ adopted }) => adopted));
}

/** "0,20 50,0": from left to right, the years at equal distances; one year alone stands at the left. */
export function polyline(spread: readonly SpreadPoint[], value: (point: SpreadPoint) => number, { width, height }: Picture): string {
  const top = top_of(spread);
  const step = spread.length > 1 ? width / (spread.length - 1) : 0;
  return spread.map((point, place) => `${round(place * step)},${round(height - (height * value(point)) / top)}`).join(" ");
}

function round(length: number): number {
  return Math.round(length * 10) / 10;
}
