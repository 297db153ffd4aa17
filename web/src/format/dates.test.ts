import { describe, expect, it } from "vitest";
import { duration_between, part_between } from "./dates";

describe("duration_between", () => {
  it.each([
    ["2015-11-01", "2017-10-31", { years: 2, months: 0, days: 0 }],
    ["2020-01-01", "2021-06-30", { years: 1, months: 6, days: 0 }],
    ["2020-01-31", "2020-02-29", { years: 0, months: 1, days: 0 }],
    ["2020-01-10", "2020-02-03", { years: 0, months: 0, days: 25 }],
    ["2024-02-01", "2024-02-29", { years: 0, months: 1, days: 0 }],
    ["2020-05-05", "2020-05-05", { years: 0, months: 0, days: 1 }],
  ])("%s to %s", (first, last, duration) => {
    expect(duration_between(first, last)).toEqual(duration);
  });
  it("does not guess where a date is missing, broken or in the wrong order", () => {
    expect(duration_between(null, "2020-01-01")).toBeNull();
    expect(duration_between("2020-13-01", "2021-01-01")).toBeNull();
    expect(duration_between("2021-01-01", "2020-01-01")).toBeNull();
  });
});

it("puts a day on the bar of a project and stops at its ends", () => {
  expect(part_between("2020-01-06", "2020-01-01", "2020-01-11")).toBe(0.5);
  expect(part_between("2019-01-01", "2020-01-01", "2020-01-11")).toBe(0);
  expect(part_between("2030-01-01", "2020-01-01", "2020-01-11")).toBe(1);
});
