// How an organisation is reached: on its page.
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { contact_query, offers_of_query, usePartnershipWrite } from "../../api/partnership_queries";
import type { Contact } from "../../api/partnership_types";
import { useAccount } from "../../api/session";
import { useFormat } from "../../format/use_format";
import { useMessages } from "../../messages/messages";
import { Form, Refusal, TextArea, TextField } from "../../parts/form";
import { OfferLines } from "./offer_line";
import { WRITE_HASH } from "./reach";
import { WriteForm } from "./write_form";
import "./partnership.css";

export function ContactSection({ slug }: { slug: string }) {
  const t = useMessages();
  const { data: contact } = useQuery(contact_query(slug));
  if (!contact) return null;
  return (
    <section aria-labelledby="contact" className="partnership">
      <h2 id="contact">{t.partnership.contact}</h2>
      <HowItIsReached contact={contact} />
      {contact.you.represents ? (
        <TakeMessages slug={slug} takes={contact.you.takes_messages} />
      ) : (
        <>
          {contact.takes_messages && (
            <WriteForm to={{ organisation: contact.organisation_id }} from={`/organisations/${slug}`} label={t.partnership.write} hash={WRITE_HASH} />
          )}
          <ClaimForm slug={slug} />
        </>
      )}
      <OpenOffers organisation={contact.organisation_id} />
    </section>
  );
}

function HowItIsReached({ contact }: { contact: Contact }) {
  const words = useMessages().partnership;
  const format = useFormat();
  const { asked, answered, within_days } = contact.response;
  return (
    <>
      <p>
        {contact.is_claimed ? words.claimed : words.not_claimed}{" "}
        {contact.last_verified_at && words.verified(format.date(contact.last_verified_at.slice(0, 10)) ?? contact.last_verified_at)}
      </p>
      {contact.is_claimed && (
        <p>
          {contact.takes_messages ? words.takes : words.takes_none}{" "}
          {asked !== null && answered !== null ? words.rate(answered, asked, within_days) : words.rate_unknown}
        </p>
      )}
    </>
  );
}

function TakeMessages({ slug, takes }: { slug: string; takes: boolean }) {
  const words = useMessages().partnership;
  const write = usePartnershipWrite();
  return (
    <>
      {takes && <p>{words.taking}</p>}
      <p>
        <button
          type="button"
          className="button"
          aria-disabled={write.isPending}
          onClick={() => write.mutate({ method: "PUT", path: `/organisations/${slug}/contact`, body: { takes_messages: !takes } })}
        >
          {takes ? words.take_no_more : words.take}
        </button>
      </p>
      <Refusal error={write.error} />
    </>
  );
}

function ClaimForm({ slug }: { slug: string }) {
  const words = useMessages().partnership;
  const account = useAccount();
  const [mail, set_mail] = useState("");
  const [why, set_why] = useState("");
  const by_mail = usePartnershipWrite();
  const by_administrator = usePartnershipWrite();
  const path = `/organisations/${slug}/claims`;
  if (!account) return null;
  return (
    <details className="act-form">
      <summary>{words.claim}</summary>
      <p>{words.claim_by_mail}</p>
      {by_mail.isSuccess && (
        <p className="done" role="status">
          {words.claim_sent}
        </p>
      )}
      <Form
        on_submit={() => by_mail.mutate({ path, body: { method: "mail", mail } })}
        error={by_mail.error}
        fields={["mail"]}
        button={words.claim_send}
        busy={by_mail.isPending}
      >
        <TextField
          label={words.claim_mail}
          hint={words.claim_mail_hint}
          name="mail"
          error={by_mail.error}
          value={mail}
          on_change={set_mail}
          type="email"
        />
      </Form>
      <p>{words.claim_by_administrator}</p>
      {by_administrator.isSuccess && (
        <p className="done" role="status">
          {words.claim_asked}
        </p>
      )}
      <Form
        on_submit={() => by_administrator.mutate({ path, body: { method: "administrator", words: why } })}
        error={by_administrator.error}
        fields={["words"]}
        button={words.claim_ask}
        busy={by_administrator.isPending}
      >
        <TextArea label={words.claim_words} name="words" error={by_administrator.error} value={why} on_change={set_why} required />
      </Form>
    </details>
  );
}

function OpenOffers({ organisation }: { organisation: number }) {
  const words = useMessages().partnership;
  const offers = useQuery(offers_of_query(organisation)).data?.offers ?? [];
  if (offers.length === 0) return null;
  return (
    <>
      <h3>{words.open_offers}</h3>
      <OfferLines offers={offers} />
    </>
  );
}
