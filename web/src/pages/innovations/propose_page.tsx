// Proposes an innovation, also from a project of the catalogue; known ones that it may repeat are pointed out before.
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import type { InnovationText, LikelyDuplicate } from "../../api/innovation_types";
import { project_query } from "../../api/queries";
import { useAccount, useSend } from "../../api/session";
import { useMessages } from "../../messages/messages";
import { SelectField, TextField } from "../../parts/form";
import { PageSkeleton } from "../../parts/page_skeleton";
import { usePageTitle } from "../../parts/page_title";
import { propose_route } from "../../router";
import { Duplicates } from "./duplicates";
import "./innovations.css";
import { EMPTY_TEXT, sent_text, TextForm } from "./text_form";

export function ProposePage() {
  const t = useMessages();
  const account = useAccount();
  const { project } = propose_route.useSearch();
  usePageTitle(t.innovation.propose);
  return (
    <div className="innovations">
      <h1>{t.innovation.propose}</h1>
      <p className="innovations-intro">{t.innovation.propose_intro}</p>
      {account === undefined ? (
        <PageSkeleton />
      ) : account === null ? (
        <p>
          <Link to="/sign-in" className="button button-strong">
            {t.innovation.sign_in_to_propose}
          </Link>
        </p>
      ) : (
        <Proposal key={project} project={project ?? null} organisations={[...new Set(account.grants.filter(({ role }) => role === "innovator" || role === "organisation_representative").map(({ scope }) => scope))]} />
      )}
    </div>
  );
}

function Proposal({ project, organisations }: { project: string | null; organisations: string[] }) {
  const t = useMessages();
  const send = useSend();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const source = useQuery({ ...project_query(project ?? ""), enabled: project !== null });
  const [text, set_text] = useState<InnovationText>({ ...EMPTY_TEXT, projects: project === null ? [] : [project] });
  const [state, set_state] = useState("");
  const [organisation, set_organisation] = useState(organisations[0] ?? "");
  const [seen, set_seen] = useState<LikelyDuplicate[] | null>(null);
  const propose = useMutation({
    mutationFn: async () => {
      const body = { title: text.title, problem: text.problem, what_is_new: text.what_is_new };
      const { duplicates } = await send<{ duplicates: LikelyDuplicate[] }>("POST", "/api/v1/pipeline/duplicates", body);
      // Who has seen these once decides; new ones are shown first.
      if (duplicates.some(({ id }) => !seen?.some((one) => one.id === id))) {
        set_seen(duplicates);
        return null;
      }
      return send<{ id: number }>("POST", "/api/v1/innovations", { ...sent_text(text), member_state: state.toUpperCase(), organisation });
    },
    onSuccess: async (created) => {
      if (created === null) return;
      await queries.invalidateQueries({ queryKey: ["innovations"] });
      await queries.invalidateQueries({ queryKey: ["pipeline"] });
      await navigate({ to: "/innovations/$id", params: { id: String(created.id) } });
    },
  });
  const { error } = propose;
  return (
    <>
      {source.data && (
        <p className="done">
          {t.innovation.from_project}{" "}
          <Link to="/projects/$id" params={{ id: source.data.id }}>
            {source.data.title}
          </Link>
        </p>
      )}
      <TextForm
        text={text}
        on_change={set_text}
        on_submit={() => propose.mutate()}
        error={error}
        busy={propose.isPending}
        button={seen && seen.length > 0 ? t.innovation.propose_anyway : t.innovation.propose}
        other_fields={["member_state", "organisation"]}
        before={
          <>
            <TextField label={t.innovation.column_state} hint={t.innovation.state_hint} name="member_state" error={error} value={state} on_change={set_state} maxLength={2} required />
            {organisations.length > 0 && (
              <SelectField
                label={t.innovation.organisation}
                name="organisation"
                error={error}
                value={organisation}
                options={[...organisations, ""].map((value) => ({ value, label: value || t.innovation.no_organisation }))}
                on_change={set_organisation}
              />
            )}
          </>
        }
        behind={seen && seen.length > 0 && <Duplicates duplicates={seen} />}
      />
    </>
  );
}
