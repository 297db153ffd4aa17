import { useCallback } from "react";
import type { Place } from "../../api/application_types";
import { useFormat } from "../../format/use_format";
import { useMessages } from "../../messages/messages";

/** "Portugal", or "PT11, region of Portugal". */
export function usePlaceName(): (place: Place) => string {
  const t = useMessages();
  const format = useFormat();
  return useCallback(
    ({ state, region }) => (region ? t.application.region(region, format.country(state)) : format.country(state)),
    [t, format],
  );
}
