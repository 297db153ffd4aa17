import { expect, test } from "vitest";
import { polyline, top_of } from "./curve_points";

const SPREAD = [
  { year: 2023, adopted: 3, in_use: 3 },
  { year: 2024, adopted: 3, in_use: 2 },
  { year: 2025, adopted: 4, in_use: 0 },
];

test("years stand at equal distances, the most at the top and none on the ground", () => {
  expect(polyline(SPREAD, ({ adopted }) => adopted, { width: 100, height: 40 })).toBe("0,10 50,10 100,0");
  expect(polyline(SPREAD, ({ in_use }) => in_use, { width: 100, height: 40 })).toBe("0,10 50,20 100,40");
});

test("one year alone is a point", () => {
  expect(polyline(SPREAD.slice(0, 1), ({ adopted }) => adopted, { width: 100, height: 40 })).toBe("0,0");
  expect(top_of([])).toBe(1);
});
