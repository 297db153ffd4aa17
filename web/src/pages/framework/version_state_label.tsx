import type { VersionState } from "../../api/types";
import { useMessages } from "../../messages/messages";

/** Where a version stands: a word, with a colour beside it. */
export function VersionStateLabel({ state }: { state: VersionState }) {
  const t = useMessages();
  return <span className={`version-state version-${state}`}>{t.framework.state[state]}</span>;
}
