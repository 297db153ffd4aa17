import { useState } from "react";
import { usePilotWrite } from "../../api/pilot_queries";
import type { LearnerReport, Pilot } from "../../api/pilot_types";
import { useMessages } from "../../messages/messages";
import { Form, TextArea } from "../../parts/form";
import { takes_data } from "./takes_data";

const HEADER = "learner,arm,group,outcome,before,after\n";

/** A table of learners under pseudonyms, typed or as a file; for the pilot's lead. What is wrong is named by line and column. */
export function LearnersForm({ pilot }: { pilot: Pilot }) {
  const t = useMessages();
  const [table, set_table] = useState("");
  const [file, set_file] = useState<File | null>(null);
  const write = usePilotWrite<LearnerReport>();
  const report = write.data;
  const template = `data:text/csv;charset=utf-8,${encodeURIComponent(HEADER)}`;
  const path = `/pilots/${pilot.id}/learners`;
  const send = () =>
    file
      ? // The type that a browser guesses for a CSV file differs between systems.
        write.mutate({ method: "PUT", path: `${path}?revision=${pilot.revision}`, body: new Blob([file], { type: "text/csv" }) })
      : write.mutate({ method: "PUT", path, body: { revision: pilot.revision, table } });
  return (
    <>
      {takes_data(pilot) && (
        <details className="act-form">
          <summary>{t.pilot.enter_learners}</summary>
          <p>{t.pilot.learners_why}</p>
          <p>
            <a href={template} download="learners.csv">
              {t.pilot.template}
            </a>
          </p>
          <Form
            on_submit={send}
            error={write.error}
            fields={["table"]}
            button={t.pilot.save}
            busy={write.isPending}
          >
            <p>
              <label>
                {t.pilot.file}{" "}
                <input type="file" accept=".csv,text/csv" onChange={(event) => set_file(event.target.files?.[0] ?? null)} />
              </label>{" "}
              {t.pilot.csv_big}
            </p>
            {!file && <TextArea label={t.pilot.table} name="table" error={write.error} value={table} on_change={set_table} rows={8} required />}
          </Form>
        </details>
      )}
      {report && <LearnersReport report={report} />}
    </>
  );
}

function LearnersReport({ report }: { report: LearnerReport }) {
  const t = useMessages();
  if (report.is_taken) {
    return (
      <p className="done" role="status">
        {t.pilot.taken(report.rows)}
      </p>
    );
  }
  return (
    <div role="alert">
      <p className="refusal">
        {t.pilot.nothing_taken(report.rejected.length)} {report.is_cut && t.pilot.cut}
      </p>
      <ul>
        {report.rejected.map(({ line, column, reason }) => (
          <li key={`${line} ${column ?? ""}`}>{t.pilot.rejected_line(line, column, reason)}</li>
        ))}
      </ul>
    </div>
  );
}
