import type { HubState } from "../../api/hub_types";
import { useMessages } from "../../messages/messages";

/** Nothing where it is open, as most are. */
export function HubStateLabel({ state }: { state: HubState }) {
  const t = useMessages();
  return state === "open" ? null : <span className="hub-state">{t.hubs.state[state]}</span>;
}
