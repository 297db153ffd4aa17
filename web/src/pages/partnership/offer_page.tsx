// One offer or request: what it says, whom it suits, and what its people and moderators do with it.
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { ApiError } from "../../api/client";
import { offer_query, usePartnershipWrite } from "../../api/partnership_queries";
import { OFFER_CHECKS, type Offer, type OfferAct, type OfferCheck, type OfferMatch } from "../../api/partnership_types";
import { useFormat } from "../../format/use_format";
import { useMessages } from "../../messages/messages";
import { Facts } from "../../parts/facts";
import { Failure } from "../../parts/failure";
import { Form, Refusal, TextArea } from "../../parts/form";
import { PageSkeleton } from "../../parts/page_skeleton";
import { usePageTitle } from "../../parts/page_title";
import { offer_route } from "../../router";
import { NotFoundPage } from "../not_found";
import { OfferForm } from "./offer_form";
import { OrganisationName } from "./offer_line";
import { WriteForm } from "./write_form";
import "./partnership.css";

export function OfferPage() {
  const { id } = offer_route.useParams();
  const { data: offer, error, refetch } = useQuery(offer_query(id));
  usePageTitle(offer?.topic);
  if (error instanceof ApiError && error.status === 404) return <NotFoundPage />;
  if (error) return <Failure error={error} on_retry={() => void refetch()} />;
  if (!offer) return <PageSkeleton />;
  return <OfferDetails offer={offer} />;
}

function OfferDetails({ offer }: { offer: Offer }) {
  const t = useMessages();
  const words = t.partnership;
  const format = useFormat();
  const is_own = offer.may_edit || offer.acts.some((act) => !MODERATION.includes(act));
  return (
    <article className="partnership">
      <p>
        <Link to="/offers" search={{}}>
          {words.offers}
        </Link>
      </p>
      <h1>{offer.topic}</h1>
      <p className="offer-facts">
        <strong>{words.kind_name[offer.kind]}</strong>
        <span>{words.state[offer.state]}</span>
      </p>
      <p className="offer-text">{offer.text}</p>
      <Facts
        entries={[
          [words.of_organisation, <OrganisationName key="name" organisation={offer.organisation} />],
          [words.role, words.role_name[offer.role]],
          [words.wanted_in, offer.countries.length > 0 ? offer.countries.map(format.country).join(", ") : words.anywhere],
          [words.programme, offer.programme],
          [words.project_dates, format.dates(offer.begins, offer.ends)],
          [words.deadline, format.date(offer.deadline)],
          [words.last_day, format.date(offer.last_day)],
        ]}
      />
      {!is_own && offer.state === "published" && (
        <WriteForm to={{ offer: offer.id }} from={`/offers/${offer.id}`} label={words.answer_offer} />
      )}
      <Acts key={offer.revision} offer={offer} />
      <Matches matches={offer.matches} />
      <History offer={offer} />
    </article>
  );
}

const MODERATION: readonly OfferAct[] = ["publish", "reject", "take_down"];

function Acts({ offer }: { offer: Offer }) {
  const words = useMessages().partnership;
  const write = usePartnershipWrite();
  const edit = usePartnershipWrite();
  const [reasons, set_reasons] = useState("");
  const path = `/offers/${offer.id}`;
  const move = (act: OfferAct, more: object = {}) =>
    write.mutate({ path: `${path}/moves`, body: { revision: offer.revision, act, ...more } });
  const plain = offer.acts.filter((act) => !MODERATION.includes(act));
  return (
    <>
      {plain.length > 0 && (
        <p className="offer-acts">
          {plain.map((act) => (
            <button key={act} type="button" className="button" aria-disabled={write.isPending} onClick={() => move(act)}>
              {words.act[act]}
            </button>
          ))}
        </p>
      )}
      {offer.acts.includes("publish") && <Checklist on_send={move} error={write.error} busy={write.isPending} />}
      {offer.acts.includes("take_down") && (
        <details className="act-form">
          <summary>{words.act.take_down}</summary>
          <Form
            on_submit={() => move("take_down", { reasons })}
            error={write.error}
            fields={["reasons"]}
            button={words.act.take_down}
            busy={write.isPending}
          >
            <TextArea label={words.reasons} name="reasons" error={write.error} value={reasons} on_change={set_reasons} required />
          </Form>
        </details>
      )}
      {!offer.acts.includes("publish") && !offer.acts.includes("take_down") && <Refusal error={write.error} />}
      {offer.may_edit && (
        <details className="act-form">
          <summary>{words.edit_offer}</summary>
          <OfferForm
            content={content_of(offer)}
            on_send={(content) => edit.mutate({ method: "PUT", path, body: { revision: offer.revision, ...content } })}
            error={edit.error}
            busy={edit.isPending}
          />
        </details>
      )}
    </>
  );
}

function content_of({ kind, topic, text, role, countries, programme, begins, ends, deadline, days }: Offer) {
  return { kind, topic, text, role, countries, programme, begins, ends, deadline, days };
}

interface ChecklistProps {
  on_send: (act: OfferAct, more: object) => void;
  error: unknown;
  busy: boolean;
}

/** Publishes where everything is met, else rejects. */
function Checklist({ on_send, error, busy }: ChecklistProps) {
  const words = useMessages().partnership;
  const [met, set_met] = useState<ReadonlySet<OfferCheck>>(new Set());
  const [why, set_why] = useState<Partial<Record<OfferCheck, string>>>({});
  const act = met.size === OFFER_CHECKS.length ? "publish" : "reject";
  const toggle = (item: OfferCheck) =>
    set_met((before) => {
      const after = new Set(before);
      if (!after.delete(item)) after.add(item);
      return after;
    });
  const send = () =>
    on_send(act, { checklist: OFFER_CHECKS.map((item) => ({ item, is_met: met.has(item), reason: met.has(item) ? "" : (why[item] ?? "") })) });
  return (
    <section aria-labelledby="moderate">
      <h2 id="moderate">{words.moderate}</h2>
      <p>{words.moderate_hint}</p>
      <Form on_submit={send} error={error} fields={[]} button={words.act[act]} busy={busy}>
        {OFFER_CHECKS.map((item) => (
          <div key={item}>
            <label>
              <input type="checkbox" checked={met.has(item)} onChange={() => toggle(item)} /> {words.check[item]}
            </label>
            {!met.has(item) && (
              <TextArea
                label={words.unmet_reason(words.check[item])}
                name={item}
                error={null}
                value={why[item] ?? ""}
                on_change={(value) => set_why((before) => ({ ...before, [item]: value }))}
                rows={1}
              />
            )}
          </div>
        ))}
      </Form>
    </section>
  );
}

function Matches({ matches }: { matches: OfferMatch[] }) {
  const words = useMessages().partnership;
  if (matches.length === 0) return null;
  return (
    <section aria-labelledby="matches">
      <h2 id="matches">{words.matches}</h2>
      <ul className="offer-list">
        {matches.map((match) => (
          <li key={`${match.organisation.id}-${match.offer}`}>
            {match.offer !== null && (
              <Link to="/offers/$id" params={{ id: String(match.offer) }}>
                {match.topic}
              </Link>
            )}{" "}
            <OrganisationName organisation={match.organisation} />
            {match.words.length > 0 && <p>{words.match_words(match.words.join(", "))}</p>}
            {match.projects.length > 0 && (
              <p className="offer-facts">
                <span>{words.match_projects}</span>
                {match.projects.map((slug) => (
                  <Link key={slug} to="/projects/$id" params={{ id: slug }}>
                    {slug}
                  </Link>
                ))}
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function History({ offer }: { offer: Offer }) {
  const words = useMessages().partnership;
  const format = useFormat();
  if (offer.moves.length === 0) return null;
  return (
    <section aria-labelledby="history">
      <h2 id="history">{words.history}</h2>
      <ul>
        {offer.moves.map((move) => (
          <li key={move.at}>
            {format.moment(move.at)}: {words.act[move.act]}. {move.reasons}
            {move.checklist.some((item) => !item.is_met) && (
              <ul>
                {move.checklist
                  .filter((item) => !item.is_met)
                  .map((item) => (
                    <li key={item.item}>
                      {words.check[item.item]}: {item.reason}
                    </li>
                  ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
