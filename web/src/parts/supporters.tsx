import { useInfiniteQuery } from "@tanstack/react-query";
import { Link, useRouterState } from "@tanstack/react-router";
import { useState } from "react";
import { supporters_query, type Supported, type Supporter } from "../api/supporter_queries";
import { useFormat } from "../format/use_format";
import { useMessages } from "../messages/messages";
import { Failure } from "./failure";
import "./supporters.css";

interface SupportersProps extends Supported {
  count: number;
}

/** How many support it; the count opens to who they are. Of an innovation it is open where the address ends in `#supporters`. */
export function Supporters({ count, ...supported }: SupportersProps) {
  const t = useMessages();
  const hash = useRouterState({ select: (state) => state.location.hash });
  const [is_open, set_open] = useState(supported.kind === "innovation" && hash === "supporters");
  if (count === 0) return <span>{t.supporters.count(0)}</span>;
  return (
    <details className="supporters" open={is_open} onToggle={(event) => set_open(event.currentTarget.open)}>
      <summary>{t.supporters.count(count)}</summary>
      {is_open && <SupporterRows {...supported} />}
    </details>
  );
}

function SupporterRows(supported: Supported) {
  const t = useMessages();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(supporters_query(supported));
  if (error) return <Failure error={error} on_retry={() => void refetch()} />;
  const rows = data?.pages.flatMap((page) => page.supporters) ?? [];
  return (
    <div aria-busy={data === undefined}>
      <ol>
        {rows.map((row, index) => (
          <Row key={index} row={row} />
        ))}
      </ol>
      {hasNextPage && (
        <button type="button" className="button button-small" aria-disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t.supporters.more}
        </button>
      )}
    </div>
  );
}

function Row({ row }: { row: Supporter }) {
  const t = useMessages();
  const format = useFormat();
  const { name, is_you, since, member_states, organisations } = row;
  return (
    <li>
      {name ?? t.supporters.somebody}
      {is_you && ` (${t.supporters.you})`}
      {member_states.map((state) => ` · ${t.supporters.speaks_for(format.country(state))}`)}
      {organisations.map(({ id, name: organisation }) => (
        <span key={id}>
          {" · "}
          <Link to="/organisations/$id" params={{ id }}>
            {organisation}
          </Link>
        </span>
      ))}{" "}
      <span className="missing">{t.supporters.since(format.date(since.slice(0, 10)) ?? since)}</span>
    </li>
  );
}
