// The panel of an innovation: who scores at the gate at hand, one's own scores, and what was scored at each gate.
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { ApiError } from "../../api/client";
import { panel_query } from "../../api/panel_queries";
import type { Panel } from "../../api/panel_types";
import { useMessages } from "../../messages/messages";
import { Failure } from "../../parts/failure";
import { PageSkeleton } from "../../parts/page_skeleton";
import { usePageTitle } from "../../parts/page_title";
import { panel_route } from "../../router";
import { StateLabel } from "../innovations/state_label";
import { NotFoundPage } from "../not_found";
import { Chairing } from "./chairing";
import { DeclarationForm } from "./declaration_form";
import "./panels.css";
import { ReviewerTable } from "./reviewer_table";
import { Rounds } from "./rounds";
import { ScoringForm } from "./scoring_form";

export function PanelPage() {
  const t = useMessages();
  const { id } = panel_route.useParams();
  const { data, error, refetch } = useQuery(panel_query(id));
  usePageTitle(data && t.panels.panel_of(data.innovation.title));
  if (error instanceof ApiError && error.status === 404) return <NotFoundPage />;
  if (error) return <Failure error={error} on_retry={() => void refetch()} />;
  return data ? <PanelDetails panel={data} /> : <PageSkeleton />;
}

function PanelDetails({ panel }: { panel: Panel }) {
  const t = useMessages();
  const { innovation, calibrated, calibration } = panel;
  const goes_on = calibration > 0 && calibrated.have < calibrated.needed;
  return (
    <article className="panels">
      <h1>{t.panels.panel_of(innovation.title)}</h1>
      <p className="rubric-head">
        <StateLabel stage={innovation.stage} standing={innovation.standing} />
        {panel.panel && <span>{t.innovation.panel(panel.panel)}</span>}
        <Link to="/innovations/$id" params={{ id: String(innovation.id) }}>
          {t.panels.to_innovation}
        </Link>
        {panel.rubric && (
          <Link to="/rubrics/$id" params={{ id: String(panel.rubric.id) }}>
            {panel.rubric.title}
          </Link>
        )}
      </p>
      {panel.rule === null ? <p className="missing">{t.panels.no_gate}</p> : <ReviewerTable panel={panel} />}
      {goes_on && <p className="waiting">{t.panels.calibration_goes_on(calibrated.have, calibrated.needed)}</p>}
      {panel.may_declare && <DeclarationForm panel={panel} />}
      {panel.draft && panel.rule && <ScoringForm key={`${panel.round}.${calibration}`} panel={panel} rule={panel.rule} draft={panel.draft} />}
      {panel.is_chair && panel.rule && <Chairing panel={panel} />}
      <Rounds panel={panel} />
    </article>
  );
}
