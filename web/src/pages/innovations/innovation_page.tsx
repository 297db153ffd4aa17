// One innovation: what it is, what comes next and who must act, what was decided and why.
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { ApiError } from "../../api/client";
import { innovation_query, useInnovationWrite } from "../../api/innovation_queries";
import type { Innovation } from "../../api/innovation_types";
import { useAccount } from "../../api/session";
import { useFormat } from "../../format/use_format";
import { useMessages } from "../../messages/messages";
import { Failure } from "../../parts/failure";
import { Refusal } from "../../parts/form";
import { PageSkeleton } from "../../parts/page_skeleton";
import { usePageTitle } from "../../parts/page_title";
import { innovation_route } from "../../router";
import { EvidenceOfInnovation } from "../evidence/evidence_of_innovation";
import { CasesOfInnovation } from "../mainstreaming/cases_of_innovation";
import { NotFoundPage } from "../not_found";
import { PotentialOfInnovation } from "../potential/potential_of_innovation";
import { Description } from "./description";
import { GateSection } from "./gate_section";
import "./innovations.css";
import { Lineage } from "./lineage";
import { NextSteps } from "./next_steps";
import { Records } from "./records";
import { StateLabel } from "./state_label";
import { Team } from "./team";
import { Timeline } from "./timeline";
import { ToldApart } from "./told_apart";

export function InnovationPage() {
  const { id } = innovation_route.useParams();
  const { data, error, refetch } = useQuery(innovation_query(id));
  usePageTitle(data?.title);
  if (error instanceof ApiError && error.status === 404) return <NotFoundPage />;
  if (error) return <Failure error={error} on_retry={() => void refetch()} />;
  return data ? <InnovationDetails innovation={data} /> : <PageSkeleton />;
}

function InnovationDetails({ innovation }: { innovation: Innovation }) {
  const t = useMessages();
  return (
    <article className="innovations">
      <h1>{innovation.title}</h1>
      <Head innovation={innovation} />
      {innovation.merged_into !== null && (
        <p className="done">
          <Link to="/innovations/$id" params={{ id: String(innovation.merged_into) }}>
            {t.innovation.merged_into}
          </Link>
        </p>
      )}
      <Description innovation={innovation} />
      <ToldApart innovation={innovation} />
      <NextSteps innovation={innovation} />
      <GateSection innovation={innovation} />
      <Timeline innovation={innovation} />
      <EvidenceOfInnovation innovation={innovation.id} />
      <PotentialOfInnovation innovation={innovation.id} state={innovation.member_state} />
      <CasesOfInnovation innovation={innovation} />
      <Records innovation={innovation} />
      <Lineage innovation={innovation} />
      <Team innovation={innovation} />
    </article>
  );
}

function Head({ innovation }: { innovation: Innovation }) {
  const t = useMessages();
  const format = useFormat();
  const account = useAccount();
  const support = useInnovationWrite(innovation.id);
  return (
    <>
      <p className="innovation-head">
        <StateLabel stage={innovation.stage} standing={innovation.standing} />
        <span>{format.country(innovation.member_state)}</span>
        <span>{t.innovation.supporters(innovation.supporters)}</span>
        {innovation.you_support && <span>{t.innovation.you_support}</span>}
        {account && !innovation.you_support && innovation.merged_into === null && (
          <button type="button" className="button" onClick={() => support.mutate({ path: "/supporters" })}>
            {t.innovation.support}
          </button>
        )}
      </p>
      <Refusal error={support.error} />
    </>
  );
}
