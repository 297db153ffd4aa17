import { expect, it } from "vitest";
import type { YearFigure } from "../../api/aims_types";
import { en } from "../../messages/en";
import { heights, newest_known, value_in_words } from "./aim_value";

const year = (year: number, value: number | null): YearFigure => ({
  year, value, as_of: `${year}-12-31`, source: "records", heard: 1, in_scope: null, rows: 0,
});

it("writes a small share so that it does not read as none", () => {
  expect(value_in_words(0.004, "share", en)).toBe("0.4%");
  expect(value_in_words(0, "share", en)).toBe("0%");
  expect(value_in_words(31, "days", en)).toBe("31 days");
  expect(value_in_words(2.25, "groups", en)).toBe("2.3");
});

it("keeps what is not known apart from zero", () => {
  expect(heights([year(2020, null), year(2021, 0), year(2022, 4), year(2023, 2)])).toEqual([null, 0, 1, 0.5]);
  expect(heights([year(2020, 0), year(2021, null)])).toEqual([0, null]);
  expect(newest_known([year(2020, 0), year(2021, null)])?.year).toBe(2020);
  expect(newest_known([year(2020, null)])).toBeUndefined();
});
