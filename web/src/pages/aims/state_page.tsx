// The two aims of a Member State side by side: what VET contributes to innovation, how much innovation there is in VET.
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { aims_query } from "../../api/aims_queries";
import type { AimSeries, Aims } from "../../api/aims_types";
import { ApiError } from "../../api/client";
import { useFormat } from "../../format/use_format";
import { useMessages } from "../../messages/messages";
import { Failure } from "../../parts/failure";
import { SelectField } from "../../parts/form";
import { PageSkeleton } from "../../parts/page_skeleton";
import { usePageTitle } from "../../parts/page_title";
import { aims_state_route } from "../../router";
import { NotFoundPage } from "../not_found";
import "./aims.css";
import { AnswerForms } from "./answer_forms";
import { AnswerTable } from "./answer_table";
import { FigureCard } from "./figure_card";
import { VetProviders } from "./vet_providers";

const SPANS = ["10", "20", "40"] as const;

export function AimsOfStatePage() {
  const t = useMessages();
  const format = useFormat();
  const { state } = aims_state_route.useParams();
  const [span, set_span] = useState<(typeof SPANS)[number]>("10");
  const from = span === "10" ? undefined : new Date().getUTCFullYear() - Number(span);
  const { data, error, refetch } = useQuery({ ...aims_query(state, from), placeholderData: (before) => before });
  usePageTitle(t.aims.heading_of(format.country(state)));
  if (error instanceof ApiError && error.status === 400) return <NotFoundPage />;
  if (error) return <Failure error={error} on_retry={() => void refetch()} />;
  if (!data) return <PageSkeleton />;
  return (
    <article className="aims">
      <h1>{t.aims.heading_of(format.country(state))}</h1>
      <p className="aims-intro">{t.aims.apart}</p>
      <p>
        <Link to="/aims">{t.aims.back}</Link>
      </p>
      <SelectField
        label={t.aims.years}
        name="years"
        error={null}
        value={span}
        options={SPANS.map((value) => ({ value, label: t.aims.last_years(Number(value)) }))}
        on_change={set_span}
      />
      <div className="aims-sides">
        <Side id="contribution" state={state} series={data.contribution} />
        <Side id="incidence" state={state} series={data.incidence} scope={data.scope} />
      </div>
      <AnswerTable state={state} />
      <VetProviders state={state} />
      <AnswerForms state={state} />
    </article>
  );
}

interface SideProps {
  id: "contribution" | "incidence";
  state: string;
  series: AimSeries[];
  scope?: Aims["scope"];
}

function Side({ id, state, series, scope }: SideProps) {
  const t = useMessages();
  const measures = [...new Set(series.map(({ measure }) => measure))];
  return (
    <section className="aims-side" aria-labelledby={id}>
      <h2 id={id}>{t.aims.aim[id]}</h2>
      <p className="aims-intro">{t.aims.aim_meaning[id]}</p>
      {scope !== undefined && <Scope scope={scope} />}
      {measures.map((measure) => (
        <FigureCard key={measure} state={state} parts={series.filter((one) => one.measure === measure)} />
      ))}
    </section>
  );
}

function Scope({ scope }: { scope: Aims["scope"] }) {
  const t = useMessages();
  const format = useFormat();
  if (scope === null) return <p className="missing">{t.aims.scope_unknown}</p>;
  return <p>{t.aims.scope(scope.providers, format.date(scope.day) ?? scope.day, scope.source)}</p>;
}
