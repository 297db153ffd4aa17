import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useCaseWrite } from "../../api/mainstreaming_queries";
import type { MainstreamingCase, NextCaseAct } from "../../api/mainstreaming_types";
import { useMessages } from "../../messages/messages";
import { Form, SelectField, TextArea, TextField } from "../../parts/form";

/** What can be done next, who must act, and what is missing before; whoever may, does it here. */
export function CaseSteps({ mainstreaming }: { mainstreaming: MainstreamingCase }) {
  const t = useMessages();
  const { next, waiting, your_roles, innovation, revision } = mainstreaming;
  const mine = next.filter(({ who }) => who.some((role) => your_roles.includes(role)));
  return (
    <section aria-labelledby="next">
      <h2 id="next">{t.mainstreaming.next}</h2>
      {next.length === 0 && <p>{t.mainstreaming.next_none}</p>}
      <ul className="next-steps">
        {next.map(({ act, to, who, missing }) => (
          <li key={act}>
            <strong>{t.mainstreaming.act[act]}</strong> {t.mainstreaming.leads_to(t.mainstreaming.state[to])}{" "}
            {t.mainstreaming.by_whom(who.map((role) => t.account.role_name[role] ?? role).join(", "))}
            {missing.length > 0 && (
              <span className="still-missing">
                {t.mainstreaming.missing} {missing.map((need) => t.mainstreaming.need[need]).join(", ")}.
              </span>
            )}
          </li>
        ))}
      </ul>
      {waiting.of_innovation.length > 0 && (
        <p className="waiting">
          {t.mainstreaming.innovation_waits(waiting.of_innovation.map((act) => t.innovation.act[act]).join(", "))}{" "}
          <Link to="/innovations/$id" params={{ id: String(innovation.id) }}>
            {t.mainstreaming.go_to_innovation}
          </Link>
        </p>
      )}
      {waiting.of_case.length > 0 && (
        <p className="waiting">{t.mainstreaming.case_waits(waiting.of_case.map((act) => t.mainstreaming.act[act]).join(", "))}</p>
      )}
      {mine.length > 0 && <CaseMoveForm key={revision} mainstreaming={mainstreaming} acts={mine} />}
    </section>
  );
}

interface CaseMoveFormProps {
  mainstreaming: MainstreamingCase;
  /** Those that the reader may take, at least one. */
  acts: NextCaseAct[];
}

function CaseMoveForm({ mainstreaming, acts }: CaseMoveFormProps) {
  const t = useMessages();
  const [chosen, set_chosen] = useState("");
  const [reasons, set_reasons] = useState("");
  const [in_force, set_in_force] = useState("");
  const write = useCaseWrite();
  const next = acts.find(({ act }) => act === chosen) ?? acts[0]!;
  const needs_date = next.to_state.includes("date_in_force");
  const send = () =>
    write.mutate({
      path: `/${mainstreaming.id}/moves`,
      body: { revision: mainstreaming.revision, act: next.act, reasons, ...(needs_date && { in_force_from: in_force }) },
    });
  const { error } = write;
  return (
    <details className="act-form">
      <summary>{t.mainstreaming.decide}</summary>
      <Form on_submit={send} error={error} fields={["in_force_from"]} button={t.mainstreaming.do_it} busy={write.isPending}>
        <SelectField
          label={t.mainstreaming.what_to_do}
          name="act"
          error={error}
          value={next.act as string}
          options={acts.map(({ act }) => ({ value: act, label: t.mainstreaming.act[act] }))}
          on_change={set_chosen}
        />
        <TextArea
          label={t.mainstreaming.reasons}
          hint={t.mainstreaming.reasons_hint}
          name="reasons"
          error={error}
          value={reasons}
          on_change={set_reasons}
          required={next.to_state.includes("reasons")}
        />
        {needs_date && (
          <TextField
            label={t.mainstreaming.in_force_from}
            name="in_force_from"
            error={error}
            value={in_force}
            on_change={set_in_force}
            type="date"
            required
          />
        )}
      </Form>
    </details>
  );
}
