// One case: what speaks for and against it, what comes next and who must act, what was decided and why.
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { ApiError } from "../../api/client";
import { case_query } from "../../api/mainstreaming_queries";
import type { MainstreamingCase } from "../../api/mainstreaming_types";
import { useFormat } from "../../format/use_format";
import { useMessages } from "../../messages/messages";
import { Failure } from "../../parts/failure";
import { PageSkeleton } from "../../parts/page_skeleton";
import { usePageTitle } from "../../parts/page_title";
import { case_route } from "../../router";
import { NotFoundPage } from "../not_found";
import { StateLabel } from "../innovations/state_label";
import { CaseStateLabel } from "./case_state_label";
import { CaseSteps } from "./case_steps";
import { CaseTimeline } from "./case_timeline";
import { ChecklistTable } from "./checklist_table";
import { EditCase } from "./edit_case";
import "./mainstreaming.css";

export function CasePage() {
  const t = useMessages();
  const { id } = case_route.useParams();
  const { data, error, refetch } = useQuery(case_query(id));
  usePageTitle(data && t.mainstreaming.case_of(data.innovation.title));
  if (error instanceof ApiError && error.status === 404) return <NotFoundPage />;
  if (error) return <Failure error={error} on_retry={() => void refetch()} />;
  return data ? <CaseDetails mainstreaming={data} /> : <PageSkeleton />;
}

function CaseDetails({ mainstreaming }: { mainstreaming: MainstreamingCase }) {
  const t = useMessages();
  return (
    <article className="mainstreaming">
      <h1>{t.mainstreaming.case_of(mainstreaming.innovation.title)}</h1>
      <p className="case-head">
        <CaseStateLabel state={mainstreaming.state} />
        <span>{t.mainstreaming.lever[mainstreaming.lever]}</span>
        <span>{mainstreaming.competent_authority}</span>
      </p>
      <CaseFacts mainstreaming={mainstreaming} />
      <CaseSteps mainstreaming={mainstreaming} />
      <ChecklistTable mainstreaming={mainstreaming} />
      <EditCase key={mainstreaming.revision} mainstreaming={mainstreaming} />
      <CaseTimeline moves={mainstreaming.moves} />
    </article>
  );
}

function CaseFacts({ mainstreaming }: { mainstreaming: MainstreamingCase }) {
  const t = useMessages();
  const format = useFormat();
  const { innovation, cost_at_scale, risks, equity, in_force_from, review_due } = mainstreaming;
  return (
    <dl className="case-facts">
      <div>
        <dt>{t.mainstreaming.innovation}</dt>
        <dd>
          <Link to="/innovations/$id" params={{ id: String(innovation.id) }}>
            {innovation.title}
          </Link>{" "}
          <StateLabel stage={innovation.stage} standing={innovation.standing} />
        </dd>
      </div>
      <div>
        <dt>{t.mainstreaming.column_member_state}</dt>
        <dd>{format.country(mainstreaming.member_state)}</dd>
      </div>
      <div>
        <dt>{t.mainstreaming.cost_at_scale}</dt>
        <dd>{cost_at_scale === null ? t.mainstreaming.not_known : t.mainstreaming.a_year(format.money(cost_at_scale))}</dd>
      </div>
      {in_force_from && (
        <div>
          <dt>{t.mainstreaming.in_force_from}</dt>
          <dd>{format.date(in_force_from)}</dd>
        </div>
      )}
      {review_due && (
        <div>
          <dt>{t.mainstreaming.review_due}</dt>
          <dd>
            {format.date(review_due)} {review_due <= new Date().toISOString().slice(0, 10) && t.mainstreaming.review_is_due}
          </dd>
        </div>
      )}
      <div>
        <dt>{t.mainstreaming.risks}</dt>
        <dd>{risks || t.mainstreaming.not_said}</dd>
      </div>
      <div>
        <dt>{t.mainstreaming.equity}</dt>
        <dd>{equity || t.mainstreaming.not_said}</dd>
      </div>
    </dl>
  );
}
