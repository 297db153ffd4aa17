import type { InnovationMessages } from "../../messages/innovation/en";

/** Those of the rules that stand at the beginning are known in every language; others as they were set. */
export function criterion_name(name: string, words: InnovationMessages): string {
  return words.criterion_name[name] ?? name;
}
