import type { LevelName } from "../../api/types";
import { useMessages } from "../../messages/messages";

const LEVELS: readonly LevelName[] = ["absent", "ad_hoc", "emerging", "established", "embedded_and_learning"];

/** The levels to choose from, behind the choice of none where there may be none. */
export function useLevelOptions(none?: string): { value: LevelName | ""; label: string }[] {
  const t = useMessages();
  const levels = LEVELS.map((value, number) => ({ value, label: t.application.level(number, t.framework.level[value]) }));
  return none === undefined ? levels : [{ value: "", label: none }, ...levels];
}
