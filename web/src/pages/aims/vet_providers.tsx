import { useInfiniteQuery } from "@tanstack/react-query";
import { Link, useRouterState } from "@tanstack/react-router";
import { useState } from "react";
import { vet_providers_query } from "../../api/aims_queries";
import { useMessages } from "../../messages/messages";
import { Failure } from "../../parts/failure";
import { useScrollToHash } from "../../parts/use_scroll_to_hash";

/** Where the address ends in it, the list is open. */
export const IN_CATALOGUE = "in-catalogue";

/** The organisations of the catalogue that count as VET providers of the state: the rows behind that count. */
export function VetProviders({ state }: { state: string }) {
  const t = useMessages();
  const hash = useRouterState({ select: (router) => router.location.hash });
  useScrollToHash();
  const [is_open, set_open] = useState(hash === IN_CATALOGUE);
  return (
    <section aria-labelledby={IN_CATALOGUE}>
      <h2 id={IN_CATALOGUE}>{t.aims.column_in_catalogue}</h2>
      <details open={is_open} onToggle={(event) => set_open(event.currentTarget.open)}>
        <summary>{t.aims.show_in_catalogue}</summary>
        {is_open && <Rows state={state} />}
      </details>
    </section>
  );
}

function Rows({ state }: { state: string }) {
  const t = useMessages();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(vet_providers_query(state));
  if (error) return <Failure error={error} on_retry={() => void refetch()} />;
  const rows = data?.pages.flatMap((page) => page.organisations) ?? [];
  const total = data?.pages[0]?.total;
  return (
    <div aria-busy={data === undefined}>
      {total !== undefined && <p role="status">{t.aims.rows_shown(rows.length, total)}</p>}
      <ul className="aim-rows">
        {rows.map(({ id, name, stated_type }) => (
          <li key={id}>
            <Link to="/organisations/$id" params={{ id }}>
              {name}
            </Link>
            {stated_type !== null && <span className="missing"> · {stated_type}</span>}
          </li>
        ))}
      </ul>
      {hasNextPage && (
        <button type="button" className="button button-small" aria-disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t.aims.more_rows}
        </button>
      )}
    </div>
  );
}
