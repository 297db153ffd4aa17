// One pilot: what it found in one sentence, what it does not show, who took part, what was measured, what comes next.
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { ApiError } from "../../api/client";
import { pilot_query, usePilotWrite } from "../../api/pilot_queries";
import type { Pilot } from "../../api/pilot_types";
import { useFormat } from "../../format/use_format";
import { useMessages } from "../../messages/messages";
import { Failure } from "../../parts/failure";
import { PageSkeleton } from "../../parts/page_skeleton";
import { usePageTitle } from "../../parts/page_title";
import { pilot_route } from "../../router";
import { NotFoundPage } from "../not_found";
import { DataSection } from "./data_section";
import { DeliverySection } from "./delivery_section";
import "./evidence.css";
import { FlowDiagram } from "./flow_diagram";
import { Handover } from "./handover";
import { ResultSection } from "./result_section";
import { StepList } from "./step_list";
import { StepTimeline } from "./step_timeline";

export function PilotPage() {
  const t = useMessages();
  const { id } = pilot_route.useParams();
  const { data, error, refetch } = useQuery(pilot_query(id));
  usePageTitle(data && t.pilot.pilot_of(data.site));
  if (error instanceof ApiError && error.status === 404) return <NotFoundPage />;
  if (error) return <Failure error={error} on_retry={() => void refetch()} />;
  return data ? <PilotDetails pilot={data} /> : <PageSkeleton />;
}

function PilotDetails({ pilot }: { pilot: Pilot }) {
  const t = useMessages();
  const format = useFormat();
  const { id, revision, protocol, next, your_roles } = pilot;
  const move = usePilotWrite();
  return (
    <article className="evidence">
      <h1>{t.pilot.pilot_of(pilot.site)}</h1>
      <p className="pilot-head">
        <span className="pilot-state">{t.pilot.state[pilot.state]}</span>
        <span>{format.country(pilot.member_state)}</span>
        {pilot.lead && (
          <span>
            {t.pilot.column_lead}: {pilot.lead}
          </span>
        )}
        <Link to="/protocols/$id" params={{ id: String(protocol.id) }}>
          {protocol.content.title}
        </Link>
      </p>
      <ResultSection pilot={pilot} />
      {pilot.effects.length > 0 && (
        <p>
          <Link to="/pilots/$id/report" params={{ id: String(id) }}>
            {t.pilot.report_see}
          </Link>
        </p>
      )}
      <StepList
        key={revision}
        next={next}
        your_roles={your_roles}
        act_name={t.pilot.act}
        state_name={t.pilot.state}
        need_name={t.pilot.need}
        on_send={(act, reasons) => move.mutate({ path: `/pilots/${id}/moves`, body: { revision, act, reasons } })}
        error={move.error}
        busy={move.isPending}
      >
        {next.some(({ who }) => who.includes("evaluator")) && <p className="missing">{t.pilot.independent}</p>}
      </StepList>
      {pilot.is_suppressed && (pilot.flow.length > 0 || pilot.data) && <p className="missing">{t.pilot.suppressed}</p>}
      <FlowDiagram pilot={pilot} />
      <DataSection pilot={pilot} />
      <DeliverySection pilot={pilot} />
      <Handover key={`handover ${revision}`} pilot={pilot} />
      <StepTimeline moves={pilot.moves} act_name={t.pilot.act} state_name={t.pilot.state} />
    </article>
  );
}
