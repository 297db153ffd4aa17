import { expect, test } from "vitest";
import { read_ranking, write_ranking } from "./ranking_address";

test("the address restores the weights and the seed", () => {
  const state = { weights: [3, 0, 12], seed: 7 };
  expect(write_ranking(state)).toBe("?weights=3,0,12&seed=7");
  expect(read_ranking(write_ranking(state))).toEqual(state);
});

test("what cannot be read is left out, and nothing is written for nothing", () => {
  expect(read_ranking("?weights=3,,1&seed=x")).toEqual({});
  expect(read_ranking("?weights=101,1")).toEqual({});
  expect(write_ranking({})).toBe("");
});
