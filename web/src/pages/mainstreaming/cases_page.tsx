// All cases before authorities, as far as the filters leave them.
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import type { CaseFilter } from "../../address/case_address";
import { CASE_STATES, type CaseState } from "../../api/mainstreaming_types";
import { useMessages } from "../../messages/messages";
import { Form, SelectField, TextField } from "../../parts/form";
import { usePageTitle } from "../../parts/page_title";
import { cases_route } from "../../router";
import { CaseTable } from "./case_table";
import "./mainstreaming.css";

export function CasesPage() {
  const t = useMessages();
  const filter = cases_route.useSearch();
  usePageTitle(t.mainstreaming.heading);
  const is_filtered = Object.keys(filter).length > 0;
  return (
    <div className="mainstreaming">
      <h1>{t.mainstreaming.heading}</h1>
      <p className="mainstreaming-intro">{t.mainstreaming.intro}</p>
      <p>
        <Link to="/compare" search={{}}>
          {t.potential.compare.link}
        </Link>
      </p>
      <section aria-labelledby="list">
        <h2 id="list">{t.mainstreaming.list}</h2>
        <CaseFilters key={filter.member_state ?? ""} filter={filter} />
        <CaseTable filter={filter} labelled_by="list" none={is_filtered ? t.mainstreaming.none_here : t.mainstreaming.none} />
      </section>
    </div>
  );
}

/** What is asked for stands in the address, so that a list can be shared. */
function CaseFilters({ filter }: { filter: CaseFilter }) {
  const t = useMessages();
  const navigate = useNavigate();
  const [member_state, set_member_state] = useState(filter.member_state ?? "");
  const show = (case_state: CaseState | "") => {
    const code = member_state.trim().toUpperCase();
    void navigate({ to: "/mainstreaming", search: { ...(code && { member_state: code }), ...(case_state && { case_state }) } });
  };
  return (
    <div className="filter-row">
      <SelectField
        label={t.mainstreaming.filter_state}
        name="state"
        error={null}
        value={filter.case_state ?? ""}
        options={[
          { value: "" as CaseState | "", label: t.mainstreaming.all },
          ...CASE_STATES.map((value) => ({ value, label: t.mainstreaming.state[value] })),
        ]}
        on_change={show}
      />
      <Form on_submit={() => show(filter.case_state ?? "")} error={null} fields={[]} button={t.mainstreaming.show} busy={false}>
        <TextField
          label={t.mainstreaming.filter_member_state}
          hint={t.mainstreaming.state_hint}
          name="member_state"
          error={null}
          value={member_state}
          on_change={set_member_state}
          maxLength={2}
        />
      </Form>
      {Object.keys(filter).length > 0 && (
        <Link to="/mainstreaming" search={{}}>
          {t.mainstreaming.show_all}
        </Link>
      )}
    </div>
  );
}
