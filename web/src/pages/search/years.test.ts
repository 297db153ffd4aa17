import { expect, it } from "vitest";
import { range_value, year_counts, years_of } from "./years";

const value = (value: string, count: number) => ({ value, label: value, count, selected: false });

it("shows the years between, without the unknown", () => {
  expect(year_counts([value("2014", 2), value("2016", 5), value("unknown", 9)])).toEqual([
    { year: 2014, count: 2 },
    { year: 2015, count: 0 },
    { year: 2016, count: 5 },
  ]);
  expect(year_counts([value("unknown", 9)])).toEqual([]);
});

it("reads what the address says, and writes it back", () => {
  expect(years_of(["2015..2017"])).toEqual({ from: 2015, to: 2017 });
  expect(years_of(["2019", "2015", "unknown"])).toEqual({ from: 2015, to: 2019 });
  expect(years_of(["unknown"])).toBeNull();
  expect(range_value({ from: 2015, to: 2015 })).toBe("2015");
  expect(range_value({ from: 2015, to: 2017 })).toBe("2015..2017");
});
