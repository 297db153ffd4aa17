// One protocol: what is declared, what it can detect, what was registered when, its pilots, and what they come to together.
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { ApiError } from "../../api/client";
import { protocol_query, usePilotWrite } from "../../api/pilot_queries";
import type { Protocol } from "../../api/pilot_types";
import { useMessages } from "../../messages/messages";
import { Failure } from "../../parts/failure";
import { Form, TextArea, TextField } from "../../parts/form";
import { PageSkeleton } from "../../parts/page_skeleton";
import { usePageTitle } from "../../parts/page_title";
import { protocol_route } from "../../router";
import { NotFoundPage } from "../not_found";
import { DeclaredFacts } from "./declared_facts";
import "./evidence.css";
import { PilotTable } from "./pilot_table";
import { PowerWords } from "./power_words";
import { ProtocolForm } from "./protocol_form";
import { RegisteredTexts } from "./registered_texts";
import { StepList } from "./step_list";
import { StepTimeline } from "./step_timeline";
import { SynthesisSection } from "./synthesis_section";

export function ProtocolPage() {
  const t = useMessages();
  const { id } = protocol_route.useParams();
  const { data, error, refetch } = useQuery(protocol_query(id));
  usePageTitle(data?.content.title);
  if (error instanceof ApiError && error.status === 404) return <NotFoundPage />;
  if (error) return <Failure error={error} on_retry={() => void refetch()} />;
  return data ? <ProtocolDetails protocol={data} title={t.pilot.protocol} /> : <PageSkeleton />;
}

function ProtocolDetails({ protocol, title }: { protocol: Protocol; title: string }) {
  const t = useMessages();
  const { id, content, innovation, state, next, your_roles, revision } = protocol;
  const move = usePilotWrite();
  return (
    <article className="evidence">
      <h1>{content.title}</h1>
      <p className="pilot-head">
        <span className="pilot-state">{t.pilot.protocol_state[state]}</span>
        <span>{title}</span>
        <Link to="/innovations/$id/evidence" params={{ id: String(innovation.id) }}>
          {innovation.title}
        </Link>
      </p>
      <DeclaredFacts content={content} />
      <section aria-labelledby="power">
        <h2 id="power">{t.pilot.power}</h2>
        <PowerWords power={protocol.power} />
      </section>
      <StepList
        key={revision}
        next={next}
        your_roles={your_roles}
        act_name={t.pilot.protocol_act}
        state_name={t.pilot.protocol_state}
        need_name={t.pilot.need}
        on_send={(act, reasons) => move.mutate({ path: `/protocols/${id}/moves`, body: { revision, act, reasons } })}
        error={move.error}
        busy={move.isPending}
        elsewhere={["amend"]}
      >
        {state === "draft" && protocol.problems.length > 0 && (
          <>
            <p>{t.pilot.missing_in_it}:</p>
            <ul>
              {protocol.problems.map(({ field, message }) => (
                <li key={field + message}>{message}</li>
              ))}
            </ul>
          </>
        )}
      </StepList>
      <ChangeProtocol key={`change ${revision}`} protocol={protocol} />
      <RegisteredTexts texts={protocol.texts} />
      <section aria-labelledby="pilots">
        <h2 id="pilots">{t.pilot.pilots_heading}</h2>
        <PilotTable pilots={protocol.pilots} />
        <PlanPilot protocol={protocol} />
      </section>
      {protocol.syntheses.map((synthesis) => (
        <SynthesisSection key={synthesis.outcome} synthesis={synthesis} />
      ))}
      <StepTimeline moves={protocol.moves} act_name={t.pilot.protocol_act} state_name={t.pilot.protocol_state} />
    </article>
  );
}

/** For the team: the draft is edited, what is registered is amended with a reason. */
function ChangeProtocol({ protocol }: { protocol: Protocol }) {
  const t = useMessages();
  const [reasons, set_reasons] = useState("");
  const write = usePilotWrite();
  const { id, revision, state, content, your_roles } = protocol;
  if (state === "closed" || !your_roles.some((role) => role === "innovator" || role === "pilot_lead")) return null;
  const is_draft = state === "draft";
  return (
    <details className="act-form">
      <summary>{is_draft ? t.pilot.edit : t.pilot.amend}</summary>
      {!is_draft && <p>{t.pilot.amend_why}</p>}
      <ProtocolForm
        content={content}
        on_send={(changed) =>
          is_draft
            ? write.mutate({ method: "PUT", path: `/protocols/${id}`, body: { revision, ...changed } })
            : write.mutate({ path: `/protocols/${id}/moves`, body: { revision, act: "amend", reasons, ...changed } })
        }
        error={write.error}
        button={is_draft ? t.pilot.save : t.pilot.amend}
        busy={write.isPending}
      >
        {!is_draft && (
          <TextArea label={t.pilot.field.reasons} name="reasons" error={write.error} value={reasons} on_change={set_reasons} required />
        )}
      </ProtocolForm>
    </details>
  );
}

/** For pilot leads of the team. */
function PlanPilot({ protocol }: { protocol: Protocol }) {
  const t = useMessages();
  const navigate = useNavigate();
  const [site, set_site] = useState("");
  const [state, set_state] = useState("");
  const write = usePilotWrite((made) => {
    if (made) void navigate({ to: "/pilots/$id", params: { id: String(made.id) } });
  });
  if (protocol.state === "closed" || !protocol.your_roles.includes("pilot_lead")) return null;
  return (
    <details className="act-form">
      <summary>{t.pilot.plan}</summary>
      <p>{t.pilot.plan_why}</p>
      <Form
        on_submit={() => write.mutate({ path: "/pilots", body: { protocol: protocol.id, site, member_state: state.trim().toUpperCase() } })}
        error={write.error}
        fields={["site", "member_state"]}
        button={t.pilot.plan}
        busy={write.isPending}
      >
        <TextField label={t.pilot.field.site} name="site" error={write.error} value={site} on_change={set_site} required />
        <TextField
          label={t.pilot.field.member_state}
          hint={t.pilot.field.state_hint}
          name="member_state"
          error={write.error}
          value={state}
          on_change={set_state}
          maxLength={2}
          required
        />
      </Form>
    </details>
  );
}
