import { expect, test } from "vitest";
import { case_parameters, read_case_filter, write_case_filter } from "./case_address";

test("a filter comes back from the address as it was", () => {
  const filter = { member_state: "PT", case_state: "in_force" } as const;
  expect(read_case_filter(write_case_filter(filter))).toEqual(filter);
  expect(write_case_filter({})).toBe("");
});

test("what cannot be read is left out", () => {
  expect(read_case_filter("?case_state=nowhere&member_state=")).toEqual({});
});

test("the API is asked for the same, of one innovation and behind the page before", () => {
  expect(case_parameters({ member_state: "PT", case_state: "ended" }, 7, 3)).toBe("?member_state=PT&state=ended&innovation=7&after=3");
  expect(case_parameters({}, null, null)).toBe("");
});
