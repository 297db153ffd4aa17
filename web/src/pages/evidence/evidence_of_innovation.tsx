import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { evidence_query } from "../../api/pilot_queries";
import { useMessages } from "../../messages/messages";
import { Refusal } from "../../parts/form";
import "./evidence.css";

/** On the page of an innovation: how far what is known carries, and the way to all of it. */
export function EvidenceOfInnovation({ innovation }: { innovation: number }) {
  const t = useMessages();
  const { data, error } = useQuery(evidence_query(String(innovation)));
  return (
    <section aria-labelledby="evidence" className="evidence">
      <h2 id="evidence">{t.pilot.heading}</h2>
      <Refusal error={error} />
      {data && (
        <p className="plain-sentence">
          <strong>{t.pilot.level(data.level)}.</strong> {t.pilot.level_name[data.level]}
        </p>
      )}
      {data && data.wanted.length > 0 && (
        <p>
          {t.pilot.wanted}: {data.wanted.map((fact) => t.pilot.fact[fact]).join("; ")}.
        </p>
      )}
      <p>
        <Link to="/innovations/$id/evidence" params={{ id: String(innovation) }}>
          {t.pilot.see}
        </Link>
      </p>
    </section>
  );
}
