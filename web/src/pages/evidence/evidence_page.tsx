// The evidence for one innovation: how far it carries, from which facts, and every protocol with its pilots, whatever they found.
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { ApiError } from "../../api/client";
import { innovation_query } from "../../api/innovation_queries";
import { evidence_query, usePilotWrite } from "../../api/pilot_queries";
import type { Evidence } from "../../api/pilot_types";
import { useAccount } from "../../api/session";
import { useMessages } from "../../messages/messages";
import { Failure } from "../../parts/failure";
import { PageSkeleton } from "../../parts/page_skeleton";
import { usePageTitle } from "../../parts/page_title";
import { evidence_route } from "../../router";
import { NotFoundPage } from "../not_found";
import "./evidence.css";
import { EvidenceLevel } from "./evidence_level";
import { PilotTable } from "./pilot_table";
import { EMPTY_PROTOCOL, ProtocolForm } from "./protocol_form";
import { SynthesisSection } from "./synthesis_section";

export function EvidencePage() {
  const t = useMessages();
  const { id } = evidence_route.useParams();
  const { data, error, refetch } = useQuery(evidence_query(id));
  usePageTitle(data && t.pilot.evidence_of(data.innovation.title));
  if (error instanceof ApiError && error.status === 404) return <NotFoundPage />;
  if (error) return <Failure error={error} on_retry={() => void refetch()} />;
  return data ? <EvidenceDetails evidence={data} /> : <PageSkeleton />;
}

function EvidenceDetails({ evidence }: { evidence: Evidence }) {
  const t = useMessages();
  const { innovation, protocols } = evidence;
  return (
    <article className="evidence">
      <h1>{t.pilot.evidence_of(innovation.title)}</h1>
      <p>
        <Link to="/innovations/$id" params={{ id: String(innovation.id) }}>
          {innovation.title}
        </Link>
      </p>
      <EvidenceLevel evidence={evidence} />
      <section aria-labelledby="protocols">
        <h2 id="protocols">{t.pilot.protocols}</h2>
        {protocols.length === 0 && <p>{t.pilot.protocols_none}</p>}
        {protocols.map((protocol) => (
          <div key={protocol.id}>
            <h3>
              <Link to="/protocols/$id" params={{ id: String(protocol.id) }}>
                {protocol.content.title}
              </Link>{" "}
              <span className="pilot-state">{t.pilot.protocol_state[protocol.state]}</span>
            </h3>
            <PilotTable pilots={protocol.pilots} />
            {protocol.syntheses.map((synthesis) => (
              <SynthesisSection key={synthesis.outcome} synthesis={synthesis} />
            ))}
          </div>
        ))}
        <DraftProtocol innovation={innovation.id} />
      </section>
    </article>
  );
}

/** For the team of the innovation. */
function DraftProtocol({ innovation }: { innovation: number }) {
  const t = useMessages();
  const navigate = useNavigate();
  const account = useAccount();
  const { data } = useQuery(innovation_query(String(innovation)));
  const write = usePilotWrite((made) => {
    if (made) void navigate({ to: "/protocols/$id", params: { id: String(made.id) } });
  });
  if (!account || !data?.team.some((member) => member.is_you)) return null;
  return (
    <details className="act-form">
      <summary>{t.pilot.draft}</summary>
      <p>{t.pilot.draft_why}</p>
      <ProtocolForm
        content={EMPTY_PROTOCOL}
        on_send={(content) => write.mutate({ path: "/protocols", body: { innovation, ...content } })}
        error={write.error}
        button={t.pilot.save}
        busy={write.isPending}
      />
    </details>
  );
}
