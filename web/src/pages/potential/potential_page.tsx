// What may be expected of one innovation in everyday practice, part by part.
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { ApiError } from "../../api/client";
import { potential_query } from "../../api/potential_queries";
import type { PartOfPotential, Potential } from "../../api/potential_types";
import { useFormat } from "../../format/use_format";
import { useMessages } from "../../messages/messages";
import { Failure } from "../../parts/failure";
import { SelectField } from "../../parts/form";
import { PageSkeleton } from "../../parts/page_skeleton";
import { usePageTitle } from "../../parts/page_title";
import { potential_route } from "../../router";
import { ForecastFacts } from "../adoption/forecast_section";
import { NotFoundPage } from "../not_found";
import { EffectByState, EffectFacts } from "./effect_facts";
import { state_options } from "./member_states";
import { PartReading } from "./part_reading";
import { ChecklistFacts, ReadinessFacts } from "./place_facts";
import { StrengthKey } from "./strength_key";
import "./potential.css";

export function PotentialPage() {
  const t = useMessages();
  const { id } = potential_route.useParams();
  const { state } = potential_route.useSearch();
  const { data, error, refetch } = useQuery(potential_query(id, state));
  usePageTitle(data && t.potential.of(data.innovation.title));
  if (error instanceof ApiError && error.status === 404) return <NotFoundPage />;
  if (error) return <Failure error={error} on_retry={() => void refetch()} />;
  return data ? <Profile potential={data} /> : <PageSkeleton />;
}

function Profile({ potential }: { potential: Potential }) {
  const t = useMessages();
  const format = useFormat();
  const navigate = useNavigate();
  const id = String(potential.innovation.id);
  const state = potential.state ?? "";
  return (
    <article className="potential">
      <h1>{t.potential.of(potential.innovation.title)}</h1>
      <p>
        <Link to="/innovations/$id" params={{ id }}>
          {t.potential.back}
        </Link>{" "}
        · <CompareLink potential={potential} />
      </p>
      <p className="potential-intro">{t.potential.intro}</p>
      <div className="filter-row">
        <SelectField
          label={t.potential.for_state}
          name="state"
          error={null}
          value={state}
          options={state_options(state, format, t.potential.no_state)}
          on_change={(chosen) => void navigate({ to: "/innovations/$id/potential", params: { id }, search: chosen ? { state: chosen } : {} })}
        />
      </div>
      <p className="missing">{t.potential.as_of(format.date(potential.as_of) ?? potential.as_of)}</p>
      <StrengthKey />
      {potential.parts.map((part) => (
        <section key={part.part} aria-labelledby={`part-${part.part}`}>
          <h2 id={`part-${part.part}`}>{t.potential.part[part.part]}</h2>
          <PartReading part={part} potential={potential} />
          <Facts part={part} potential={potential} />
        </section>
      ))}
    </article>
  );
}

function CompareLink({ potential }: { potential: Potential }) {
  const t = useMessages();
  return (
    <Link to="/compare" search={{ ...(potential.state && { state: potential.state }), innovation: [potential.innovation.id] }}>
      {t.potential.compare.this_one}
    </Link>
  );
}

function Facts({ part, potential }: { part: PartOfPotential; potential: Potential }) {
  switch (part.part) {
    case "effect":
      return <EffectFacts potential={potential} />;
    case "transferability":
      return <EffectByState potential={potential} />;
    case "scalability":
      return <ChecklistFacts potential={potential} />;
    case "cost":
      return potential.facts.cost.in_words ? <p>{potential.facts.cost.in_words}</p> : null;
    case "readiness":
      return <ReadinessFacts potential={potential} />;
    case "forecast":
      return <ForecastFacts forecast={potential.facts.forecast} />;
    default:
      return null;
  }
}
