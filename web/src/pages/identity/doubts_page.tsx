// Pairs of organisations of which nobody is sure whether they are one, for data curators: the likeliest first.
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useRef, useState } from "react";
import { doubts_query } from "../../api/identity_queries";
import type { DoubtfulPair } from "../../api/identity_types";
import { account_query, holds } from "../../api/session";
import { useMessages } from "../../messages/messages";
import { Failure } from "../../parts/failure";
import { Form, TextField } from "../../parts/form";
import { PageSkeleton } from "../../parts/page_skeleton";
import { usePageTitle } from "../../parts/page_title";
import { SignInFirst } from "../../parts/sign_in_first";
import { CURATORS } from "./curators";
import { PairForm, type Decided } from "./pair_form";
import { PairTable } from "./pair_table";
import { MatchReasons } from "./match_reasons";
import "./identity.css";

export function DoubtsPage() {
  const t = useMessages();
  usePageTitle(t.identity.doubts);
  const { data, error, refetch } = useQuery(account_query);
  if (error) return <Failure error={error} on_retry={() => void refetch()} />;
  if (!data) return <PageSkeleton />;
  return (
    <div className="identity">
      <h1>{t.identity.doubts}</h1>
      {!data.account && <SignInFirst from="/organisation-doubts" />}
      {data.account && (holds(data.account, CURATORS) ? <Queue /> : <p>{t.identity.only_curators}</p>)}
    </div>
  );
}

function Queue() {
  const words = useMessages().identity;
  const [country, set_country] = useState("");
  const [typed, set_typed] = useState("");
  const [decided, set_decided] = useState<Decided | null>(null);
  const said = useRef<HTMLParagraphElement>(null);
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(doubts_query(country));
  const tell = (what: Decided) => {
    set_decided(what);
    // The form goes with the focus in it: go on from what became of it.
    said.current?.focus();
  };
  const total = data?.pages.at(-1)?.total ?? 0;
  const pairs = data?.pages.flatMap((page) => page.pairs) ?? [];
  return (
    <>
      <p className="identity-intro">{words.doubts_intro}</p>
      <div className="filter-row">
        <Form on_submit={() => set_country(typed.trim().toUpperCase())} error={null} fields={[]} button={words.filter} busy={false}>
          <TextField label={words.of_country} hint={words.of_country_hint} name="country" error={null} value={typed} on_change={set_typed} maxLength={2} />
        </Form>
      </div>
      <p role="status" tabIndex={-1} ref={said} className={decided ? "done" : undefined}>
        {decided && (
          <>
            {decided.words}{" "}
            <Link to="/organisations/$id/history" params={{ id: decided.organisation }}>
              {words.see_history}
            </Link>
          </>
        )}
      </p>
      {error && <Failure error={error} on_retry={() => void refetch()} />}
      {!data && !error && <PageSkeleton />}
      {data && <p>{total > 0 ? words.total(total) : country ? words.none_in : words.none}</p>}
      <ol className="identity-pairs">
        {pairs.map((pair) => (
          <li key={`${pair.one.id} ${pair.other.id}`}>
            <Pair pair={pair} on_decided={tell} />
          </li>
        ))}
      </ol>
      {hasNextPage && (
        <button type="button" className="button" aria-disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {words.more}
        </button>
      )}
    </>
  );
}

function Pair({ pair, on_decided }: { pair: DoubtfulPair; on_decided: (what: Decided) => void }) {
  const words = useMessages().identity;
  const title = words.pair(pair.one.name, pair.other.name);
  const id = `pair-${pair.one.id.split("-")[0]}-${pair.other.id.split("-")[0]}`;
  return (
    <article aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <MatchReasons score={pair.score} reasons_for={pair.reasons_for} reasons_against={pair.reasons_against} />
      <PairTable pair={pair} caption={title} />
      <PairForm pair={pair} on_decided={on_decided} />
    </article>
  );
}
