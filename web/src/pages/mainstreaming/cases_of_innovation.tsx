import { Link } from "@tanstack/react-router";
import type { Innovation } from "../../api/innovation_types";
import { useAccount } from "../../api/session";
import { useMessages } from "../../messages/messages";
import { CaseTable } from "./case_table";
import "./mainstreaming.css";
import { PrepareCase } from "./prepare_case";

/** On the page of an innovation: its cases, and for its innovators and the officers of national agencies the form that prepares one. */
export function CasesOfInnovation({ innovation }: { innovation: Innovation }) {
  const t = useMessages();
  const officer = useAccount()?.grants.find(({ role }) => role === "national_agency_officer");
  const goes_on = innovation.standing === "active" || innovation.standing === "parked";
  return (
    <section aria-labelledby="cases" className="mainstreaming">
      <h2 id="cases">{t.mainstreaming.of_innovation}</h2>
      <CaseTable filter={{}} innovation={innovation.id} labelled_by="cases" none={t.mainstreaming.none_of_innovation} />
      {goes_on && (innovation.your_roles.includes("innovator") || officer) && (
        <details className="act-form">
          <summary>{t.mainstreaming.prepare}</summary>
          <PrepareCase innovation={innovation.id} first_state={officer?.scope ?? innovation.member_state} />
        </details>
      )}
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
