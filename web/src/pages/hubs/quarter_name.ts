import { useCallback } from "react";
import { useMessages } from "../../messages/messages";

/** "2026-Q4" in the reader's words. */
export function useQuarterName(): (quarter: string) => string {
  const t = useMessages();
  return useCallback(
    (quarter) => {
      const [year = quarter, part = ""] = quarter.split("-Q");
      return t.hubs.quarter(year, part);
    },
    [t],
  );
}
