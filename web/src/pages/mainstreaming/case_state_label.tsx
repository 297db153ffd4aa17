import type { CaseState } from "../../api/mainstreaming_types";
import { useMessages } from "../../messages/messages";

const OVER: readonly CaseState[] = ["declined", "ended", "closed"];

export function CaseStateLabel({ state }: { state: CaseState }) {
  const t = useMessages();
  return <span className={`case-state${OVER.includes(state) ? " case-over" : ""}`}>{t.mainstreaming.state[state]}</span>;
}
