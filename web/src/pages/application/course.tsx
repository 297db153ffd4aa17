import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { Application } from "../../api/application_types";
import { useAccount } from "../../api/session";
import { useFormat } from "../../format/use_format";
import { useMessages } from "../../messages/messages";
import { Form, TextArea } from "../../parts/form";
import { Opened } from "./opened";
import { usePlaceName } from "./place_name";
import { represents } from "./speakers";
import { StageLabel } from "./stage_label";
import { useApplicationWrite } from "./use_application_write";

/** What can be done next, by whom, and what is still missing before. */
export function NextActs({ application }: { application: Application }) {
  const t = useMessages();
  const account = useAccount();
  return (
    <section aria-labelledby="next" className="next-acts">
      <h2 id="next">{t.application.next}</h2>
      {application.next.length === 0 ? (
        <p>{t.application.next_none}</p>
      ) : (
        <ul>
          {application.next.map(({ act, who, missing }) => (
            <li key={act}>
              <strong>{t.application.act[act] ?? act}</strong>{" "}
              {t.application.next_who(who.map((role) => t.application.who[role] ?? role).join(", "))}
              {". "}
              {to_prepare(missing).length === 0
                ? t.application.nothing_missing
                : `${t.application.missing} ${to_prepare(missing)
                    .map((need) => t.application.need[need] ?? need)
                    .join(", ")}.`}
              {represents(account, application.state) && (
                <Opened label={t.application.act[act] ?? act}>
                  {(close) => <MoveForm application={application} act={act} needs_reasons={missing.includes(REASONS)} on_done={close} />}
                </Opened>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

const REASONS = "reasons";
/** Reasons are said with the move, so nobody can have them ready. */
const to_prepare = (missing: string[]) => missing.filter((need) => need !== REASONS);

interface MoveFormProps {
  application: Application;
  act: string;
  needs_reasons: boolean;
  on_done: () => void;
}

function MoveForm({ application, act, needs_reasons, on_done }: MoveFormProps) {
  const t = useMessages();
  const [reasons, set_reasons] = useState("");
  const write = useApplicationWrite(application, on_done);
  const submit = () => write.mutate({ path: "moves", body: { act, reasons } });
  return (
    <Form on_submit={submit} error={write.error} fields={["reasons"]} button={t.application.act[act] ?? act} busy={write.isPending}>
      <TextArea
        label={t.application.forms.reasons}
        {...(!needs_reasons && { hint: t.application.forms.reasons_optional })}
        name="reasons"
        error={write.error}
        value={reasons}
        on_change={set_reasons}
        required={needs_reasons}
      />
    </Form>
  );
}

/** The stages that it went through, each with its reasons. */
export function ApplicationHistory({ application }: { application: Application }) {
  const t = useMessages();
  const format = useFormat();
  return (
    <section aria-labelledby="history">
      <h2 id="history">{t.application.history}</h2>
      {application.moves.length === 0 ? (
        <p>{t.application.history_none}</p>
      ) : (
        <ol className="application-history">
          {application.moves.map((move) => (
            <li key={move.at + move.act}>
              <span className="date">{format.moment(move.at)}</span> <StageLabel stage={move.to} /> {move.reasons}
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

/** Of other versions, and of the state's regions. */
export function Related({ application }: { application: Application }) {
  const t = useMessages();
  const place_name = usePlaceName();
  if (application.related.length === 0) return null;
  return (
    <section aria-labelledby="related">
      <h2 id="related">{t.application.related}</h2>
      <ul>
        {application.related.map((other) => (
          <li key={other.code + other.version}>
            <Link to="/applications/$code/$number" params={{ code: other.code, number: other.version }}>
              {place_name(other)}, {t.application.of_version(other.version)}
            </Link>{" "}
            <StageLabel stage={other.stage} />
          </li>
        ))}
      </ul>
    </section>
  );
}
