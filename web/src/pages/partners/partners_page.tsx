// Who would do as a partner, and why. What is looked for stands in the address; the server computes.
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { can_count, is_asked, MOST_ADDRESS, write_partners, type PartnerState } from "../../address/partner_address";
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
  const change: ChangePartners = (changed) => {
    // Weights with which nothing counts any more, as without the last member, are the usual ones again.
    const { weigh, ...others } = changed;
    const search = weigh && !can_count(changed, weigh) ? others : changed;
    void navigate({ to: "/partners", search, resetScroll: false });
  };
  return (
    <div className="partners">
      <h1>{t.partners.heading}</h1>
      <p className="partners-intro">{t.partners.intro}</p>
      <p>
        <Link to="/offers" search={{}}>
          {t.partnership.offers_link}
        </Link>
      </p>
      {state.like || state.of_call ? <LookedFor state={state} on_change={change} /> : <IdeaForm key={state.idea ?? ""} state={state} on_change={change} />}
      {is_asked(state) && <PartnerResults state={state} on_change={change} />}
    </div>
  );
}

function IdeaForm({ state, on_change }: { state: PartnerState; on_change: ChangePartners }) {
  const t = useMessages();
  const [idea, set_idea] = useState(state.idea ?? "");
  const { idea: _before, ...others } = state;
  const [is_too_long, set_too_long] = useState(false);
  const type = (typed: string) => {
    set_idea(typed);
    set_too_long(false);
  };
  const find = () => {
    const changed = idea.trim() === "" ? others : { ...others, idea: idea.trim() };
    // A letter beyond ASCII takes six in the address, which could not be opened again.
    if (write_partners(changed).length > MOST_ADDRESS) set_too_long(true);
    else on_change(changed);
  };
  return (
    <Form on_submit={find} error={is_too_long ? t.partners.idea_too_long : null} fields={[]} button={t.partners.find} busy={idea.trim() === "" && !state.with}>
      <TextArea label={t.partners.idea} hint={t.partners.idea_hint} name="idea" error={null} value={idea} on_change={type} maxLength={2500} rows={4} />
    </Form>
  );
}
