// One conversation: what was written, the answer, and what else can be done with it.
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { ApiError } from "../../api/client";
import { conversation_query, usePartnershipWrite } from "../../api/partnership_queries";
import type { Conversation, ThreadAct } from "../../api/partnership_types";
import { account_query } from "../../api/session";
import { useFormat } from "../../format/use_format";
import { useMessages } from "../../messages/messages";
import { Failure } from "../../parts/failure";
import { Form, Refusal, TextArea } from "../../parts/form";
import { PageSkeleton } from "../../parts/page_skeleton";
import { usePageTitle } from "../../parts/page_title";
import { SignInFirst } from "../../parts/sign_in_first";
import { conversation_route } from "../../router";
import { NotFoundPage } from "../not_found";
import { OrganisationName } from "./offer_line";
import "./partnership.css";

export function ConversationPage() {
  const t = useMessages();
  const { id } = conversation_route.useParams();
  const account = useQuery(account_query);
  const is_signed_in = Boolean(account.data?.account);
  const { data, error, refetch } = useQuery({ ...conversation_query(id), enabled: is_signed_in });
  usePageTitle(data?.subject ?? t.partnership.messages);
  if (account.error) return <Failure error={account.error} on_retry={() => void account.refetch()} />;
  if (!account.data) return <PageSkeleton />;
  if (!is_signed_in) {
    return (
      <div className="partnership">
        <h1>{t.partnership.messages}</h1>
        <SignInFirst from={`/messages/${id}`} />
      </div>
    );
  }
  if (error instanceof ApiError && error.status === 404) return <NotFoundPage />;
  if (error) return <Failure error={error} on_retry={() => void refetch()} />;
  if (!data) return <PageSkeleton />;
  return <Talk key={data.state} conversation={data} />;
}

function Talk({ conversation }: { conversation: Conversation }) {
  const words = useMessages().partnership;
  const { organisation, offer, state } = conversation;
  const asker = conversation.asker ?? words.somebody;
  return (
    <article className="partnership">
      <p>
        <Link to="/messages">{words.messages}</Link>
      </p>
      <h1>{conversation.subject ?? words.no_subject}</h1>
      <p className="offer-facts">
        <strong>{words.thread_state[state]}</strong>
        <span>
          {asker}
          {conversation.for_organisation && ` (${conversation.for_organisation})`}
        </span>
        <OrganisationName organisation={organisation} />
        {offer !== null && (
          <Link to="/offers/$id" params={{ id: String(offer) }}>
            {words.offers}
          </Link>
        )}
      </p>
      <Written conversation={conversation} />
      <Answer conversation={conversation} />
      <Steps conversation={conversation} />
    </article>
  );
}

function Written({ conversation }: { conversation: Conversation }) {
  const words = useMessages().partnership;
  const format = useFormat();
  const reasons = conversation.moves.filter((move) => move.reasons);
  return (
    <>
      <ol className="conversation">
        {conversation.messages.map((message) => (
          <li key={message.number} className={message.is_own ? "conversation-own" : undefined}>
            <p className="offer-facts">
              <strong>{message.author ?? words.somebody}</strong>
              {message.is_of_organisation && <span>{conversation.organisation.name}</span>}
              <span>{format.moment(message.at)}</span>
            </p>
            <p className="conversation-text">{message.text ?? words.removed}</p>
          </li>
        ))}
      </ol>
      {reasons.map((move) => (
        <p key={move.at}>
          {words.thread_act[move.act]}: {move.reasons}
        </p>
      ))}
    </>
  );
}

function Answer({ conversation }: { conversation: Conversation }) {
  const words = useMessages().partnership;
  const [text, set_text] = useState("");
  const write = usePartnershipWrite(() => set_text(""));
  const { state, side } = conversation;
  if (!conversation.may_write) {
    if (side === "moderator") return null;
    return <p role="status">{state === "asked" ? words.wait : words.over}</p>;
  }
  return (
    <Form
      on_submit={() => write.mutate({ path: `/conversations/${conversation.id}/answers`, body: { text } })}
      error={write.error}
      fields={["text"]}
      button={words.answer}
      busy={write.isPending}
    >
      <TextArea
        label={words.message}
        {...(state === "asked" && { hint: words.answer_takes_up })}
        name="text"
        error={write.error}
        value={text}
        on_change={set_text}
        rows={5}
        required
      />
    </Form>
  );
}

const WITH_REASONS: readonly ThreadAct[] = ["decline", "report", "dismiss", "uphold"];

function Steps({ conversation }: { conversation: Conversation }) {
  const words = useMessages().partnership;
  const write = usePartnershipWrite();
  const [reasons, set_reasons] = useState("");
  const { id, acts, side, is_blocked } = conversation;
  const move = (act: ThreadAct, why = "") => write.mutate({ path: `/conversations/${id}/moves`, body: { act, reasons: why } });
  return (
    <>
      <p className="offer-acts">
        {acts
          .filter((act) => !WITH_REASONS.includes(act))
          .map((act) => (
            <button key={act} type="button" className="button" aria-disabled={write.isPending} onClick={() => move(act)}>
              {words.thread_act[act]}
            </button>
          ))}
        {side === "organisation" && (
          <button
            type="button"
            className="button"
            aria-disabled={write.isPending}
            onClick={() => write.mutate({ method: "PUT", path: `/conversations/${id}/block`, body: { is_blocked: !is_blocked } })}
          >
            {is_blocked ? words.unblock : words.block}
          </button>
        )}
      </p>
      <Refusal error={write.error} />
      {acts
        .filter((act) => WITH_REASONS.includes(act))
        .map((act) => (
          <details key={act} className="act-form">
            <summary>{words.thread_act[act]}</summary>
            {act === "report" && <p>{words.report_why}</p>}
            <Form on_submit={() => move(act, reasons)} error={null} fields={[]} button={words.thread_act[act]} busy={write.isPending}>
              <TextArea
                label={words.reasons}
                name="reasons"
                error={null}
                value={reasons}
                on_change={set_reasons}
                required={act !== "decline"}
              />
            </Form>
          </details>
        ))}
    </>
  );
}
