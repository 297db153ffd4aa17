import { expect, test } from "vitest";
import { entitled_states, UnreadableLine } from "./entitled_states";

test("one state a line, with its population in any grouping of digits", () => {
  expect(entitled_states("PT 10 500 000\nie: 5.149.139\n\nFI\n")).toEqual([
    { state: "PT", population: 10_500_000 },
    { state: "IE", population: 5_149_139 },
    { state: "FI", population: 0 },
  ]);
});

test("a line that cannot be read is told by its number", () => {
  expect(entitled_states("PT 1\nPortugal 1")).toEqual(new UnreadableLine(2));
  expect(entitled_states("PT many")).toEqual(new UnreadableLine(1));
});
