import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useRef, useState, type ReactNode } from "react";
import type { PartnerState } from "../../address/partner_address";
import { partners_query } from "../../api/partner_queries";
import { contacts_query } from "../../api/partnership_queries";
import type { PartnerHit } from "../../api/partner_types";
import { useFormat } from "../../format/use_format";
import { useLanguage, useMessages } from "../../messages/messages";
import { Failure } from "../../parts/failure";
import { Consortium, FULL_REASON, is_full } from "./consortium";
import { PartnerEntry } from "./partner_entry";
import { PartnerFilters } from "./partner_filters";
import { PartnerWeighing } from "./partner_weighing";
import type { ChangePartners } from "./partners_page";

/** What was found, beside what changes it. */
export function PartnerResults({ state, on_change }: { state: PartnerState; on_change: ChangePartners }) {
  const t = useMessages();
  const format = useFormat();
  const { language } = useLanguage();
  const [said, set_said] = useState("");
  const { data, error, refetch, isFetching, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(partners_query(state, language));
  const heading = useRef<HTMLHeadingElement>(null);
  const first = data?.pages[0];
  // What changes the question stays as it was last known where there is no answer.
  const [known, set_known] = useState(first);
  if (first && first !== known) set_known(first);

  const hits = data?.pages.flatMap((page) => page.hits) ?? [];
  const { data: contacts } = useQuery(contacts_query(hits.map(({ id }) => id)));
  const add = (hit: PartnerHit) => {
    set_said(t.partners.added(hit.name));
    on_change({ ...state, with: [...(state.with ?? []), String(hit.id)] });
    // The button goes with the focus on it.
    heading.current?.focus({ preventScroll: true });
  };
  return (
    <div className="partners-columns">
      <aside aria-label={t.partners.filters}>
        {known && <Consortium members={known.looked_for.members} state={state} on_change={on_change} />}
        <Foldable heading={t.partners.weights}>
          <PartnerWeighing state={state} on_change={on_change} />
        </Foldable>
        <Foldable heading={t.partners.filters}>
          <PartnerFilters state={state} facets={known?.facets ?? []} on_change={on_change} />
        </Foldable>
      </aside>
      <section aria-label={t.partners.results} aria-busy={isFetching}>
        {first && (
          <h2 ref={heading} tabIndex={-1}>
            {t.partners.found(first.total, first.projects_voting)}
          </h2>
        )}
        <p role="status">{first || error ? said : t.partners.looking}</p>
        {first && <p className="missing">{t.partners.as_of(format.date(first.as_of) ?? first.as_of)}</p>}
        {error && <Failure error={error} on_retry={() => void refetch()} />}
        {first && hits.length === 0 && <p>{t.partners.none}</p>}
        <ol className="partner-hits">
          {hits.map((hit) => (
            <li key={hit.id}>
              <PartnerEntry
                hit={hit}
                contact={contacts?.get(hit.id)}
                has_members={(first?.looked_for.members.length ?? 0) > 0}
                full_reason={is_full(state) ? FULL_REASON : null}
                on_add={() => add(hit)}
              />
            </li>
          ))}
        </ol>
        {first && hits.length > 0 && <p>{t.partners.shown(hits.length, first.total)}</p>}
        {hasNextPage && (
          <button type="button" className="button" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {isFetchingNextPage ? t.frame.loading : t.partners.more}
          </button>
        )}
      </section>
    </div>
  );
}

/** Open beside the list, closed above it, where it would be in the way. */
function Foldable({ heading, children }: { heading: string; children: ReactNode }) {
  const [is_beside] = useState(() => window.matchMedia?.("(min-width: 60rem)").matches ?? true);
  return (
    <details open={is_beside} className="partners-foldable">
      <summary>
        <h2>{heading}</h2>
      </summary>
      {children}
    </details>
  );
}
