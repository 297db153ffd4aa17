// What one does for organisations: offers, claims, and what waits for moderators and administrators.
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { claims_query, offer_work_query, usePartnershipWrite } from "../../api/partnership_queries";
import type { Claim, ClaimAct, OfferWork } from "../../api/partnership_types";
import { account_query, holds } from "../../api/session";
import { useFormat } from "../../format/use_format";
import { useMessages } from "../../messages/messages";
import { Failure } from "../../parts/failure";
import { Form, SelectField, TextArea } from "../../parts/form";
import { PageSkeleton } from "../../parts/page_skeleton";
import { usePageTitle } from "../../parts/page_title";
import { SignInFirst } from "../../parts/sign_in_first";
import { OfferForm } from "./offer_form";
import { OfferLines, OrganisationName } from "./offer_line";
import "./partnership.css";

export function DeskPage() {
  const t = useMessages();
  usePageTitle(t.partnership.desk);
  const { data, error, refetch } = useQuery(account_query);
  if (error) return <Failure error={error} on_retry={() => void refetch()} />;
  if (!data) return <PageSkeleton />;
  return (
    <div className="partnership">
      <h1>{t.partnership.desk}</h1>
      <p className="partnership-intro">{t.partnership.desk_intro}</p>
      {data.account ? (
        <>
          <Offers moderates={holds(data.account, ["data_curator"])} />
          <Claims administers={holds(data.account, ["administrator"])} />
        </>
      ) : (
        <SignInFirst from="/partnership-desk" />
      )}
    </div>
  );
}

function Offers({ moderates }: { moderates: boolean }) {
  const words = useMessages().partnership;
  const { data: work, error, refetch } = useQuery(offer_work_query);
  if (error) return <Failure error={error} on_retry={() => void refetch()} />;
  if (!work) return <PageSkeleton />;
  return (
    <>
      <section aria-labelledby="represented">
        <h2 id="represented">{words.your_organisations}</h2>
        {work.organisations.length === 0 && (
          <p>
            {words.none_represented} <Link to="/partners">{words.find_organisation}</Link>
          </p>
        )}
        <ul>
          {work.organisations.map((organisation) => (
            <li key={organisation.id}>
              <OrganisationName organisation={organisation} />
            </li>
          ))}
        </ul>
      </section>
      {work.organisations.length > 0 && (
        <section aria-labelledby="own">
          <h2 id="own">{words.own}</h2>
          {work.own.length === 0 && <p>{words.none_own}</p>}
          <OfferLines offers={work.own} />
          <NewOffer work={work} />
        </section>
      )}
      {moderates && (
        <section aria-labelledby="waiting">
          <h2 id="waiting">{words.to_moderate}</h2>
          {work.waiting.length === 0 && <p>{words.none_waiting}</p>}
          <OfferLines offers={work.waiting} />
        </section>
      )}
    </>
  );
}

function NewOffer({ work }: { work: OfferWork }) {
  const words = useMessages().partnership;
  const navigate = useNavigate();
  const [organisation, set_organisation] = useState(String(work.organisations[0]?.id ?? ""));
  const write = usePartnershipWrite((made) => {
    if (made) void navigate({ to: "/offers/$id", params: { id: String(made.id) } });
  });
  return (
    <details className="act-form">
      <summary>{words.write_offer}</summary>
      <OfferForm
        on_send={(content) => write.mutate({ path: "/offers", body: { organisation: Number(organisation), ...content } })}
        error={write.error}
        busy={write.isPending}
      >
        <SelectField
          label={words.of_organisation}
          name="organisation"
          error={write.error}
          value={organisation}
          options={work.organisations.map(({ id, name }) => ({ value: String(id), label: name ?? String(id) }))}
          on_change={set_organisation}
        />
      </OfferForm>
    </details>
  );
}

function Claims({ administers }: { administers: boolean }) {
  const words = useMessages().partnership;
  const { data: claims, error, refetch } = useQuery(claims_query);
  if (error) return <Failure error={error} on_retry={() => void refetch()} />;
  if (!claims) return <PageSkeleton />;
  return (
    <>
      {claims.own.length > 0 && <ClaimSection id="claims" heading={words.claims} claims={claims.own} acts={own_acts} />}
      {administers && (
        <>
          <ClaimSection id="claims-waiting" heading={words.claims_waiting} claims={claims.waiting} acts={() => ["grant", "refuse"]} />
          <ClaimSection id="claims-granted" heading={words.claims_granted} claims={claims.granted} acts={() => ["revoke"]} />
        </>
      )}
    </>
  );
}

function own_acts({ state }: Claim): ClaimAct[] {
  return state === "link_sent" || state === "waiting" || state === "granted" ? ["withdraw"] : [];
}

interface ClaimSectionProps {
  id: string;
  heading: string;
  claims: Claim[];
  acts: (claim: Claim) => ClaimAct[];
}

function ClaimSection({ id, heading, claims, acts }: ClaimSectionProps) {
  const words = useMessages().partnership;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{heading}</h2>
      {claims.length === 0 && <p>{words.none_waiting}</p>}
      <ul className="offer-list">
        {claims.map((claim) => (
          <ClaimLine key={claim.id} claim={claim} acts={acts(claim)} />
        ))}
      </ul>
    </section>
  );
}

function ClaimLine({ claim, acts }: { claim: Claim; acts: ClaimAct[] }) {
  const words = useMessages().partnership;
  const format = useFormat();
  const [chosen, set_chosen] = useState(acts[0] ?? "withdraw");
  const [reasons, set_reasons] = useState("");
  const write = usePartnershipWrite();
  return (
    <li>
      <OrganisationName organisation={claim.organisation} />
      <p className="offer-facts">
        <strong>{words.claim_state[claim.state]}</strong>
        <span>{claim.person_name}</span>
        <span>{claim.domain}</span>
        <span>{format.moment(claim.decided_at ?? claim.asked_at)}</span>
      </p>
      {claim.words && <p className="offer-text">{claim.words}</p>}
      {claim.reasons && <p className="offer-text">{claim.reasons}</p>}
      {acts.length > 0 && (
        <Form
          on_submit={() => write.mutate({ path: `/claims/${claim.id}/moves`, body: { act: chosen, reasons } })}
          error={write.error}
          fields={["reasons"]}
          button={words.claim_act[chosen]}
          busy={write.isPending}
        >
          {acts.length > 1 && (
            <SelectField
              label={words.state.submitted}
              name="act"
              error={write.error}
              value={chosen}
              options={acts.map((value) => ({ value, label: words.claim_act[value] }))}
              on_change={set_chosen}
            />
          )}
          {chosen !== "withdraw" && (
            <TextArea label={words.reasons} name="reasons" error={write.error} value={reasons} on_change={set_reasons} rows={1} required />
          )}
        </Form>
      )}
    </li>
  );
}
