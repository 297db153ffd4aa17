import { describe, expect, it } from "vitest";
import { lay_out } from "./layout";

const group = (first: number, community: number) => Array.from({ length: 5 }, (_, place) => ({ id: first + place, community }));
const all_tied = (first: number) =>
  [0, 1, 2, 3, 4].flatMap((one) => [0, 1, 2, 3, 4].filter((other) => other > one).map((other) => ({ from: first + one, to: first + other, joint_projects: 2 })));
const nodes = [...group(10, 1), ...group(20, 2)];
const ties = [...all_tied(10), ...all_tied(20), { from: 10, to: 20, joint_projects: 1 }];

describe("where the organisations of a picture stand", () => {
  it("is the same for the same network", () => {
    expect(lay_out(nodes, ties)).toEqual(lay_out(nodes, ties));
  });

  it("keeps all on the sheet and apart", () => {
    const places = lay_out(nodes, ties);
    for (const { x, y } of places) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x).toBeLessThanOrEqual(1);
      expect(y).toBeGreaterThanOrEqual(0);
      expect(y).toBeLessThanOrEqual(1);
    }
    places.forEach((one, place) => {
      for (const other of places.slice(0, place)) expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(0.02);
    });
  });

  it("puts those who work together nearer to each other than to the others", () => {
    const places = lay_out(nodes, ties);
    const distance = (one: number, other: number) => Math.hypot(places[one]!.x - places[other]!.x, places[one]!.y - places[other]!.y);
    const mean = (pairs: [number, number][]) => pairs.reduce((sum, [one, other]) => sum + distance(one, other), 0) / pairs.length;
    const pairs = (from: number[], to: number[]) => from.flatMap((one) => to.filter((other) => other !== one).map((other): [number, number] => [one, other]));
    const [first, second] = [[0, 1, 2, 3, 4], [5, 6, 7, 8, 9]];
    expect(mean(pairs(first!, first!)) * 1.5).toBeLessThan(mean(pairs(first!, second!)));
  });

  it("has a place for one alone, and none for nobody", () => {
    expect(lay_out([{ id: 1, community: 1 }], [])).toEqual([{ x: 0.5, y: 0.5 }]);
    expect(lay_out([], [])).toEqual([]);
  });
});
