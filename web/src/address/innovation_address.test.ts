import { expect, test } from "vitest";
import { innovation_parameters, read_innovation_filter, write_innovation_filter } from "./innovation_address";

test("a filter comes back from the address as it was", () => {
  const filter = { stage: "testing", state: "PT", words: "mentors & firms", project: "erasmus-2015-1" } as const;
  expect(read_innovation_filter(write_innovation_filter(filter))).toEqual(filter);
  expect(write_innovation_filter({})).toBe("");
});

test("what cannot be read is left out", () => {
  expect(read_innovation_filter("?stage=nowhere&standing=stopped&item=&decided=never")).toEqual({ standing: "stopped" });
});

test("the API is asked for the same, behind the page before", () => {
  expect(innovation_parameters({ stage: "testing", words: "night school" }, 7)).toBe("?stage=testing&q=night+school&after=7");
  expect(innovation_parameters({}, null)).toBe("");
});
