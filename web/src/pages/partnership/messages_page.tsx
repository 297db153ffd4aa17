// One's conversations with organisations, and those of organisations that one represents.
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { conversations_query } from "../../api/partnership_queries";
import { account_query } from "../../api/session";
import { useFormat } from "../../format/use_format";
import { useMessages } from "../../messages/messages";
import { Failure } from "../../parts/failure";
import { PageSkeleton } from "../../parts/page_skeleton";
import { usePageTitle } from "../../parts/page_title";
import { SignInFirst } from "../../parts/sign_in_first";
import "./partnership.css";

export function MessagesPage() {
  const t = useMessages();
  usePageTitle(t.partnership.messages);
  const { data, error, refetch } = useQuery(account_query);
  if (error) return <Failure error={error} on_retry={() => void refetch()} />;
  if (!data) return <PageSkeleton />;
  return (
    <div className="partnership">
      <h1>{t.partnership.messages}</h1>
      <p className="partnership-intro">{t.partnership.messages_intro}</p>
      {data.account ? <Conversations /> : <SignInFirst from="/messages" />}
    </div>
  );
}

function Conversations() {
  const words = useMessages().partnership;
  const format = useFormat();
  const { data, error, refetch } = useQuery(conversations_query);
  if (error) return <Failure error={error} on_retry={() => void refetch()} />;
  if (!data) return <PageSkeleton />;
  if (data.length === 0) {
    return (
      <p>
        <strong>{words.no_messages}</strong> {words.no_messages_why}{" "}
        <Link to="/offers" search={{}}>
          {words.offers}
        </Link>
      </p>
    );
  }
  return (
    <ul className="offer-list">
      {data.map((card) => (
        <li key={card.id}>
          <Link to="/messages/$id" params={{ id: String(card.id) }}>
            {card.subject ?? words.no_subject}
          </Link>
          <p className="offer-facts">
            <strong>{words.thread_state[card.state]}</strong>
            <span>{words.with(card.asker ?? words.somebody, card.organisation.name ?? String(card.organisation.id))}</span>
            <span>{format.moment(card.changed_at)}</span>
          </p>
        </li>
      ))}
    </ul>
  );
}
