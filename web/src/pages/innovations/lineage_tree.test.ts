import { expect, test } from "vitest";
import type { LineageNode } from "../../api/innovation_types";
import { roots_of } from "./lineage_tree";

const node = (id: number): LineageNode => ({ id, title: String(id), stage: "identified", standing: "active" });

test("a tree begins with what came from nothing else, also where two lines join", () => {
  const lines = [
    { innovation: 3, earlier: 1, kind: "adapts" },
    { innovation: 3, earlier: 2, kind: "merges" },
    { innovation: 4, earlier: 3, kind: "reimagines" },
  ] as const;
  expect(roots_of([4, 3, 2, 1].map(node), [...lines]).map(({ id }) => id)).toEqual([2, 1]);
});
