import { useState } from "react";

/** What stands behind "#" in the address of a link from a mail; it is taken out of the address, so that no history keeps it. */
export function useLinkSecret(): string {
  const [secret] = useState(() => {
    const found = window.location.hash.slice(1);
    if (found !== "") window.history.replaceState(window.history.state, "", window.location.pathname);
    return found;
  });
  return secret;
}
