import type { FrameworkItem, LevelName } from "../../api/types";

const LEVELS: readonly LevelName[] = ["absent", "ad_hoc", "emerging", "established", "embedded_and_learning"];

/** An empty element or principle, with the first key that is free behind those of its kind. */
export function new_item(kind: FrameworkItem["kind"], items: readonly FrameworkItem[]): FrameworkItem {
  const letter = kind === "element" ? "E" : "P";
  const used = items.filter((item) => item.kind === kind).map((item) => Number(item.key.slice(1)) || 0);
  return {
    key: letter + (Math.max(0, ...used) + 1),
    kind,
    name: "",
    text: "",
    levels: LEVELS.map((name, number) => ({ number, name, text: "" })),
    evidence_types: [],
  };
}
