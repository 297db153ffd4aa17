import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import type { Innovation } from "../../api/innovation_types";
import { useCaseWrite } from "../../api/mainstreaming_queries";
import { useMessages } from "../../messages/messages";
import { TextField } from "../../parts/form";
import { CaseForm, EMPTY_CASE } from "./case_form";
import { CaseTable } from "./case_table";
import "./mainstreaming.css";

/** On the page of an innovation: its cases, and for its innovators the form that prepares one. */
export function CasesOfInnovation({ innovation }: { innovation: Innovation }) {
  const t = useMessages();
  const goes_on = innovation.standing === "active" || innovation.standing === "parked";
  return (
    <section aria-labelledby="cases" className="mainstreaming">
      <h2 id="cases">{t.mainstreaming.of_innovation}</h2>
      <CaseTable filter={{}} innovation={innovation.id} labelled_by="cases" none={t.mainstreaming.none_of_innovation} />
      {goes_on && innovation.your_roles.includes("innovator") && <PrepareCase innovation={innovation} />}
      <p>
        <Link to="/mainstreaming" search={{}}>
          {t.mainstreaming.list}
        </Link>
        {" · "}
        <Link to="/innovations/$id/adoption" params={{ id: String(innovation.id) }}>
          {t.adoption.link}
        </Link>
      </p>
    </section>
  );
}

function PrepareCase({ innovation }: { innovation: Innovation }) {
  const t = useMessages();
  const navigate = useNavigate();
  const [member_state, set_member_state] = useState(innovation.member_state);
  const write = useCaseWrite((made) => {
    if (made) void navigate({ to: "/mainstreaming/$id", params: { id: String(made.id) } });
  });
  return (
    <details className="act-form">
      <summary>{t.mainstreaming.prepare}</summary>
      <p>{t.mainstreaming.prepare_why}</p>
      <CaseForm
        content={EMPTY_CASE}
        on_send={(content) =>
          write.mutate({ path: "", body: { innovation: innovation.id, member_state: member_state.trim().toUpperCase(), ...content } })
        }
        error={write.error}
        button={t.mainstreaming.prepare}
        busy={write.isPending}
      >
        <TextField
          label={t.mainstreaming.column_member_state}
          hint={t.mainstreaming.state_hint}
          name="member_state"
          error={write.error}
          value={member_state}
          on_change={set_member_state}
          maxLength={2}
          required
        />
      </CaseForm>
    </details>
  );
}
