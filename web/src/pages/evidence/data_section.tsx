import type { ArmSummary, Pilot } from "../../api/pilot_types";
import { useFormat } from "../../format/use_format";
import { useMessages } from "../../messages/messages";
import { FiguresForm } from "./figures_form";
import { LearnersForm } from "./learners_form";

/** What was measured, as far as the reader may see it, and where its lead enters it. */
export function DataSection({ pilot }: { pilot: Pilot }) {
  const t = useMessages();
  const format = useFormat();
  const { data } = pilot;
  return (
    <section aria-labelledby="data">
      <h2 id="data">{t.pilot.data}</h2>
      {!data && <p>{t.pilot.data_none}</p>}
      {data && (
        <p>
          {t.pilot.data_first(format.moment(data.first_at))} {data.rows !== null && t.pilot.data_rows(data.rows)}{" "}
          {data.sha256 && <span className="missing checksum">SHA-256 {data.sha256}</span>}
        </p>
      )}
      {data && data.summaries.length > 0 && <SummaryTable summaries={data.summaries} />}
      <FiguresForm key={`figures ${pilot.revision}`} pilot={pilot} />
      <LearnersForm pilot={pilot} />
    </section>
  );
}

function SummaryTable({ summaries }: { summaries: ArmSummary[] }) {
  const t = useMessages();
  const format = useFormat();
  const pair = (mean: number | null, deviation: number | null) =>
    mean !== null && deviation !== null && `${format.number(mean)} (${format.number(deviation)})`;
  return (
    <div className="table-scroll" role="group" aria-labelledby="data" tabIndex={0}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t.pilot.column_outcome}</th>
            <th scope="col">{t.pilot.column_arm}</th>
            <th scope="col">{t.pilot.column_learners}</th>
            <th scope="col">{t.pilot.column_events}</th>
            <th scope="col">{t.pilot.column_before}</th>
            <th scope="col">{t.pilot.column_after}</th>
          </tr>
        </thead>
        <tbody>
          {summaries.map(({ outcome, arm, learners, events, mean_before, deviation_before, mean_after, deviation_after }) => (
            <tr key={outcome + arm}>
              <th scope="row">{outcome}</th>
              <td>{t.pilot.arm[arm]}</td>
              <td>{format.number(learners)}</td>
              <td>{events !== null && t.pilot.events_of(events, learners)}</td>
              <td>{pair(mean_before, deviation_before)}</td>
              <td>{pair(mean_after, deviation_after)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
