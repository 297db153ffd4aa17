import { expect, it } from "vitest";
import { read_comparison, write_comparison } from "./comparison_address";

it("comes back from the address as it went in", () => {
  const search = write_comparison({ state: "PT", innovation: [7, 9, 3] });
  expect(search).toBe("?state=PT&innovation=7&innovation=9&innovation=3");
  expect(read_comparison(search)).toEqual({ innovation: [7, 9, 3] });
});

it("leaves out what is no number, what stands twice and what is too many", () => {
  expect(read_comparison("?innovation=x&innovation=7&innovation=7&innovation=-1&innovation=0")).toEqual({ innovation: [7] });
  expect(read_comparison("?" + [1, 2, 3, 4, 5, 6, 7].map((id) => `innovation=${id}`).join("&")).innovation).toHaveLength(6);
  expect(read_comparison("")).toEqual({});
});

it("writes nothing without an innovation", () => {
  expect(write_comparison({ state: "PT" })).toBe("");
});
