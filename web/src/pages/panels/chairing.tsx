import { useState } from "react";
import { usePanelWrite } from "../../api/panel_queries";
import type { Panel } from "../../api/panel_types";
import { useMessages } from "../../messages/messages";
import { Form, SelectField, TextArea } from "../../parts/form";
import { reason_in_words } from "../../parts/reason_words";

/** What the chair does before a decision: ask reviewers, release them, open a calibration. */
export function Chairing({ panel }: { panel: Panel }) {
  const goes_on = panel.calibrated.have < panel.calibrated.needed;
  const scored = panel.reviewers.filter(({ has_submitted }) => has_submitted).length;
  return (
    <>
      {panel.calibration === 0 && <Assigning panel={panel} />}
      <Releasing panel={panel} />
      {!goes_on && scored > 1 && <Calibrating panel={panel} />}
    </>
  );
}

function Assigning({ panel }: { panel: Panel }) {
  const t = useMessages();
  const write = usePanelWrite(panel.innovation.id);
  const name_of = ({ person, name }: { person: number; name: string | null }) => name ?? String(person);
  const may = panel.candidates.filter(({ why_not }) => why_not === null);
  const may_not = panel.candidates.filter(({ why_not }) => why_not !== null);
  const [chosen, set_chosen] = useState("");
  const person = may.find((one) => String(one.person) === chosen) ?? may[0];
  return (
    <details className="act-form">
      <summary>{t.panels.assign}</summary>
      <p>{t.panels.assign_why}</p>
      {may_not.length > 0 && (
        <ul>
          {may_not.map((one) => (
            <li key={one.person}>{t.panels.cannot_assign(name_of(one), reason_in_words(one.why_not?.reason, t) ?? one.why_not?.detail ?? "")}</li>
          ))}
        </ul>
      )}
      {person ? (
        <Form
          on_submit={() => write.mutate({ path: "/reviewers", body: { revision: panel.revision, person: person.person } })}
          error={write.error}
          fields={["person"]}
          button={t.panels.do_assign}
          busy={write.isPending}
        >
          <SelectField
            label={t.panels.person}
            name="person"
            error={write.error}
            value={String(person.person)}
            options={may.map((one) => ({ value: String(one.person), label: name_of(one) }))}
            on_change={set_chosen}
          />
        </Form>
      ) : (
        <p>{t.panels.no_candidates}</p>
      )}
    </details>
  );
}

function Releasing({ panel }: { panel: Panel }) {
  const t = useMessages();
  const write = usePanelWrite(panel.innovation.id);
  const [chosen, set_chosen] = useState("");
  const [reasons, set_reasons] = useState("");
  const asked = panel.reviewers.filter(({ standing, person }) => person !== null && (standing === "assigned" || standing === "declared"));
  const reviewer = asked.find(({ person }) => String(person) === chosen) ?? asked[0];
  if (!reviewer) return null;
  return (
    <details className="act-form">
      <summary>{t.panels.release}</summary>
      <Form
        on_submit={() => write.mutate({ path: `/reviewers/${reviewer.person}/release`, body: { revision: panel.revision, reasons } })}
        error={write.error}
        fields={["reasons"]}
        button={t.panels.do_release}
        busy={write.isPending}
      >
        <SelectField
          label={t.panels.person}
          name="reviewer"
          error={null}
          value={String(reviewer.person)}
          options={asked.map(({ person, name, number }) => ({ value: String(person), label: name ?? t.panels.reviewer(number) }))}
          on_change={set_chosen}
        />
        <TextArea label={t.panels.reasons} name="reasons" error={write.error} value={reasons} on_change={set_reasons} required />
      </Form>
    </details>
  );
}

function Calibrating({ panel }: { panel: Panel }) {
  const t = useMessages();
  const write = usePanelWrite(panel.innovation.id);
  const [reasons, set_reasons] = useState("");
  return (
    <details className="act-form">
      <summary>{t.panels.calibration}</summary>
      <p>{t.panels.calibration_why}</p>
      <Form
        on_submit={() => write.mutate({ path: "/calibrations", body: { revision: panel.revision, reasons } })}
        error={write.error}
        fields={["reasons"]}
        button={t.panels.do_calibrate}
        busy={write.isPending}
      >
        <TextArea label={t.panels.reasons} name="reasons" error={write.error} value={reasons} on_change={set_reasons} required />
      </Form>
    </details>
  );
}
