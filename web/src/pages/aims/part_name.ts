import type { AimSeries, NoveltyScope, OsloType } from "../../api/aims_types";
import type { Stage } from "../../api/innovation_types";
import { useMessages } from "../../messages/messages";

/** What of a measure a series tells, in words. */
export function usePartName(): (series: AimSeries) => string {
  const t = useMessages();
  return ({ measure, part }) => {
    if (part === null) return t.aims.measure[measure].name;
    if (measure === "innovating_providers_by_type") return t.innovation.type[part as OsloType];
    if (measure === "innovating_providers_by_novelty") return t.innovation.novelty[part as NoveltyScope];
    return t.innovation.stage[part as Stage];
  };
}
