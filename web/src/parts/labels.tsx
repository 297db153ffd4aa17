// The small labels that say the same everywhere: a status, a programme, matched words.
import type { Run, Status } from "../api/types";
import { useMessages } from "../messages/messages";
import "./labels.css";

export function StatusLabel({ status }: { status: Status }) {
  const t = useMessages();
  return <span className={`status status-${status}`}>{t.status[status]}</span>;
}

/** The colour of a programme is the same on every page; the name always stands beside it. */
const CATEGORY: Record<string, number> = {
  "Erasmus+": 1,
  "Horizon Europe": 2,
  HORIZON: 2,
  H2020: 3,
  "Horizon 2020": 3,
  FP7: 4,
  Interreg: 5,
  "European Social Fund Plus": 6,
  "Creative Europe": 7,
};

export function ProgrammeLabel({ programme }: { programme: string }) {
  const t = useMessages();
  return (
    <span className="programme">
      <span className={`programme-dot category-${CATEGORY[programme] ?? 8}`} aria-hidden="true" />
      {programme || t.unknown}
    </span>
  );
}

export function Runs({ runs }: { runs: Run[] }) {
  return runs.map((run, index) => (run.marked ? <mark key={index}>{run.text}</mark> : <span key={index}>{run.text}</span>));
}
