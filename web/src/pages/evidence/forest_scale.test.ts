import { expect, it } from "vitest";
import type { Synthesis } from "../../api/pilot_types";
import { forest_range, place_of, ticks_of } from "./forest_scale";

const pilot = (value: number, low: number, high: number) => ({
  pilot: 1, site: "A", member_state: "PT", value, interval: [low, high] as [number, number], weight: null, without: null,
  standard_error: 0.1, fidelity: null, cost_per_learner_eur: null });
const synthesis = (pilots: Synthesis["pilots"]): Synthesis => ({
  outcome: "Score", kind: "measure", lower_is_better: false, funnel: null, moderators: [], pilots, pooled: null, nested: null, why_not: null });

it("holds every interval and 0, so that no effect appears without what no effect would be", () => {
  const [low, high] = forest_range(synthesis([pilot(0.5, 0.2, 0.8), pilot(-0.1, -0.4, 0.2)]));
  expect(low).toBeCloseTo(-0.46);
  expect(high).toBeCloseTo(0.86);
  expect(forest_range(synthesis([pilot(0.5, 0.2, 0.8)]))[0]).toBeLessThan(0);
});

it("places values along the picture", () => {
  expect(place_of(0, [-1, 1], 400)).toBe(200);
  expect(place_of(1, [-1, 1], 400)).toBe(400);
});

it("marks round values, never too many", () => {
  expect(ticks_of([-1, 1.2])).toEqual([-1, -0.5, 0, 0.5, 1]);
  expect(ticks_of([-700, 900]).length).toBeLessThan(8);
});
