import { expect, it } from "vitest";
import { sums_by, total_of } from "./coverage_rows";

const row = (programme: string, year: number | null, country: string, projects: number) => ({
  programme,
  year,
  country,
  projects,
  with_summary: projects - 1,
  with_participations: projects,
});
const rows = [row("FP7", 2010, "PT", 5), row("Erasmus+", null, "PT", 9), row("Erasmus+", 2015, "", 3)];

it("sums by each side, the unknown last", () => {
  expect(sums_by(rows, "programme").map(({ key, projects }) => [key, projects])).toEqual([
    ["Erasmus+", 12],
    ["FP7", 5],
  ]);
  expect(sums_by(rows, "year").map(({ key, projects }) => [key, projects])).toEqual([
    ["2015", 3],
    ["2010", 5],
    ["", 9],
  ]);
  expect(sums_by(rows, "country").map(({ key }) => key)).toEqual(["PT", ""]);
});

it("has one total whatever the side", () => {
  expect(total_of(rows)).toMatchObject({ projects: 17, with_summary: 14, with_participations: 17 });
});
