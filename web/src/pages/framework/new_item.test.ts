import { expect, test } from "vitest";
import { new_item } from "./new_item";

test("a new item takes the next key of its kind, whatever the order", () => {
  const element = new_item("element", []);
  expect(element.key).toBe("E1");
  expect(element.levels.map((level) => level.number)).toEqual([0, 1, 2, 3, 4]);
  const others = [{ ...element, key: "E9" }, { ...element, key: "E2" }, { ...element, key: "P4", kind: "principle" as const }];
  expect(new_item("element", others).key).toBe("E10");
  expect(new_item("principle", others).key).toBe("P5");
});
