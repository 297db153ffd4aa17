// Where the points of the forecast stand in its picture. Pure functions.
import type { SpreadPoint } from "../../api/adoption_types";
import type { AdoptionForecast } from "../../api/potential_types";
import type { Picture } from "./curve_points";

export interface ForecastCurve {
  first_year: number;
  last_year: number;
  /** The highest number that the axis names. */
  top: number;
  so_far: string;
  expected: string;
  /** An area: the upper ends from left to right, and the lower ones back. */
  band: string;
}

/** Nothing where there is no forecast. What was observed after the last whole year is left out, as the forecast begins there. */
export function forecast_curve(spread: readonly SpreadPoint[], forecast: AdoptionForecast, { width, height }: Picture): ForecastCurve | null {
  const observed = spread.filter(({ year }) => forecast.to !== null && year <= forecast.to);
  const [first, last, end] = [observed[0], observed.at(-1), forecast.points.at(-1)];
  if (!first || !last || !end) return null;
  const top = Math.max(1, last.adopted, ...forecast.points.map(({ interval }) => interval[1]));
  const x = (year: number) => round(((year - first.year) * width) / (end.year - first.year));
  const y = (value: number) => round(height - (height * value) / top);
  const line = (points: readonly [year: number, value: number][]) => points.map(([year, value]) => `${x(year)},${y(value)}`).join(" ");
  const start: [number, number] = [last.year, last.adopted];
  const upper: [number, number][] = forecast.points.map(({ year, interval }) => [year, interval[1]]);
  const lower: [number, number][] = forecast.points.map(({ year, interval }) => [year, interval[0]]);
  return {
    first_year: first.year,
    last_year: end.year,
    top,
    so_far: line(observed.map(({ year, adopted }) => [year, adopted])),
    expected: line([start, ...forecast.points.map(({ year, adopted }): [number, number] => [year, adopted])]),
    band: line([start, ...upper, ...lower.reverse()]),
  };
}

function round(length: number): number {
  return Math.round(length * 10) / 10;
}
