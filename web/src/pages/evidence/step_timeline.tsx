import type { Step } from "../../api/pilot_types";
import { useFormat } from "../../format/use_format";
import { useMessages } from "../../messages/messages";

interface StepTimelineProps<Act extends string, State extends string> {
  moves: Step<Act, State>[];
  act_name: Record<Act, string>;
  state_name: Record<State, string>;
}

/** What was done, by whom, and why; the newest last. */
export function StepTimeline<Act extends string, State extends string>({ moves, act_name, state_name }: StepTimelineProps<Act, State>) {
  const t = useMessages();
  const format = useFormat();
  if (moves.length === 0) return null;
  return (
    <section aria-labelledby="timeline">
      <h2 id="timeline">{t.pilot.timeline}</h2>
      <ol className="pilot-timeline">
        {moves.map(({ act, to, at, by, reasons }) => (
          <li key={at + act}>
            <p>
              <strong>{act_name[act]}</strong> {t.pilot.leads_to(state_name[to])} · <span className="date">{format.moment(at)}</span> {by}
            </p>
            {reasons && <p className="readable">{reasons}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}
