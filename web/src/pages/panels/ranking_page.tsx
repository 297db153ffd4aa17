// What was scored by one rubric, in its order; the weights stand in the address, and the server computes.
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { ApiError } from "../../api/client";
import { ranking_query, rubric_query } from "../../api/panel_queries";
import type { RankedPortfolio, Scored } from "../../api/panel_types";
import { useMessages } from "../../messages/messages";
import { Failure } from "../../parts/failure";
import { Form, TextField } from "../../parts/form";
import { Origin } from "../../parts/origin";
import { PageSkeleton } from "../../parts/page_skeleton";
import { usePageTitle } from "../../parts/page_title";
import { ranking_route } from "../../router";
import { criterion_name } from "../innovations/criterion_name";
import { NotFoundPage } from "../not_found";
import { Acceptability } from "./acceptability";
import { FirstPlaces, Sensitivity } from "./firmness";
import { OrderTable } from "./order_table";
import "./panels.css";

export function RankingPage() {
  const t = useMessages();
  const { id } = ranking_route.useParams();
  const state = ranking_route.useSearch();
  const rubric = useQuery(rubric_query(id));
  const ranking = useQuery(ranking_query(id, state));
  usePageTitle(rubric.data && t.panels.ranking_of(rubric.data.title));
  const error = rubric.error ?? ranking.error;
  if (error instanceof ApiError && error.status === 404) return <NotFoundPage />;
  if (error instanceof ApiError && error.status === 422) return <p>{t.panels.draft_not_ranked}</p>;
  if (error) return <Failure error={error} on_retry={() => void ranking.refetch()} />;
  if (!rubric.data || !ranking.data) return <PageSkeleton />;
  const portfolio = ranking.data;
  return (
    <article className="panels">
      <h1>{t.panels.ranking_of(rubric.data.title)}</h1>
      <p className="panels-intro">{t.panels.ranking_intro}</p>
      <p>
        <Link to="/rubrics/$id" params={{ id }}>
          {rubric.data.title}
        </Link>
      </p>
      {portfolio.criteria.length > 0 && <WeightForm key={portfolio.criteria.map(({ weight }) => weight).join()} id={id} portfolio={portfolio} is_moved={state.weights !== undefined} />}
      {portfolio.why_not === null ? (
        <>
          <Origin as_of={portfolio.as_of} of="ranking" />
          <OrderTable portfolio={portfolio} />
          <FirstPlaces portfolio={portfolio} />
          <Sensitivity portfolio={portfolio} />
          <Acceptability portfolio={portfolio} />
        </>
      ) : (
        <p className="missing">{t.panels.nothing_to_rank}</p>
      )}
      <NotRanked portfolio={portfolio} />
    </article>
  );
}

/** Whole numbers from 0 to 100; what is sent stands in the address, so that it can be shared. */
function WeightForm({ id, portfolio, is_moved }: { id: string; portfolio: RankedPortfolio; is_moved: boolean }) {
  const t = useMessages();
  const navigate = useNavigate();
  const [weights, set_weights] = useState(() => portfolio.criteria.map(({ weight }) => String(weight)));
  const send = () =>
    void navigate({ to: "/rubrics/$id/ranking", params: { id }, search: (before) => ({ ...before, weights: weights.map(Number) }) });
  return (
    <section aria-labelledby="weights">
      <h2 id="weights">{t.panels.weights}</h2>
      <Form on_submit={send} error={null} fields={[]} button={t.panels.rank} busy={false}>
        <div className="weight-fields">
          {portfolio.criteria.map((criterion, place) => (
            <TextField
              key={criterion.name}
              label={t.panels.weight_of(criterion_name(criterion.name, t.innovation))}
              hint={t.panels.own_weight(criterion.own_weight)}
              name={`weight-${place}`}
              error={null}
              type="number"
              min={0}
              max={100}
              step={1}
              required
              value={weights[place] ?? ""}
              on_change={(weight) => set_weights(weights.map((other, at) => (at === place ? weight : other)))}
            />
          ))}
        </div>
      </Form>
      {is_moved && (
        <Link to="/rubrics/$id/ranking" params={{ id }} search={{}}>
          {t.panels.back_to_own}
        </Link>
      )}
    </section>
  );
}

function NotRanked({ portfolio }: { portfolio: RankedPortfolio }) {
  const t = useMessages();
  if (portfolio.left_out.length === 0 && portfolio.hidden === 0) return null;
  const why = ({ title, why: { code, criterion } }: Scored & RankedPortfolio["left_out"][number]) => {
    const name = criterion_name(criterion ?? "", t.innovation);
    return code === "not_met" ? t.panels.left_out_not_met(title, name) : t.panels.left_out_not_judged(title, name);
  };
  return (
    <section aria-labelledby="left-out">
      <h2 id="left-out">{t.panels.left_out}</h2>
      <ul>
        {portfolio.left_out.map((one) => (
          <li key={one.id}>
            <Link to="/innovations/$id/panel" params={{ id: String(one.id) }}>
              {why(one)}
            </Link>
          </li>
        ))}
        {portfolio.hidden > 0 && <li>{t.panels.hidden_count(portfolio.hidden)}</li>}
      </ul>
    </section>
  );
}
