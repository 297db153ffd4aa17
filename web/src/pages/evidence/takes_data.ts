import type { Pilot } from "../../api/pilot_types";

/** Whether the reader may enter participants and data now. The server decides; this only spares people forms that would be refused. */
export function takes_data({ state, protocol, your_roles }: Pilot): boolean {
  const is_registered = protocol.state === "registered" || protocol.state === "amended";
  return is_registered && (state === "recruiting" || state === "running") && your_roles.includes("pilot_lead");
}
