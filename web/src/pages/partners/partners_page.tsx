// Who would do as a partner, and why. What is looked for stands in the address; the server computes.
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { is_asked, type PartnerState } from "../../address/partner_address";
import { useMessages } from "../../messages/messages";
import { Form, TextArea } from "../../parts/form";
import { usePageTitle } from "../../parts/page_title";
import { partners_route } from "../../router";
import { LookedFor } from "./looked_for";
import { PartnerResults } from "./partner_results";
import "./partners.css";

export type ChangePartners = (state: PartnerState) => void;

export function PartnersPage() {
  const t = useMessages();
  const state = partners_route.useSearch();
  const navigate = useNavigate();
  usePageTitle(t.partners.heading);
  const change: ChangePartners = (changed) => void navigate({ to: "/partners", search: changed, resetScroll: false });
  return (
    <div className="partners">
      <h1>{t.partners.heading}</h1>
      <p className="partners-intro">{t.partners.intro}</p>
      {state.like || state.of_call ? <LookedFor state={state} on_change={change} /> : <IdeaForm key={state.idea ?? ""} state={state} on_change={change} />}
      {is_asked(state) && <PartnerResults state={state} on_change={change} />}
    </div>
  );
}

function IdeaForm({ state, on_change }: { state: PartnerState; on_change: ChangePartners }) {
  const t = useMessages();
  const [idea, set_idea] = useState(state.idea ?? "");
  const { idea: _before, ...others } = state;
  const find = () => on_change(idea.trim() === "" ? others : { ...others, idea: idea.trim() });
  return (
    <Form on_submit={find} error={null} fields={[]} button={t.partners.find} busy={idea.trim() === "" && !state.with}>
      <TextArea label={t.partners.idea} hint={t.partners.idea_hint} name="idea" error={null} value={idea} on_change={set_idea} maxLength={2500} rows={4} />
    </Form>
  );
}
