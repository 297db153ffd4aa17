// Innovations side by side for one Member State, and the way from there to a mainstreaming case.
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { choice_query, comparison_query } from "../../api/potential_queries";
import type { Comparison } from "../../api/potential_types";
import { useFormat } from "../../format/use_format";
import { useMessages } from "../../messages/messages";
import { Refusal } from "../../parts/form";
import { usePageTitle } from "../../parts/page_title";
import { compare_route } from "../../router";
import "../mainstreaming/mainstreaming.css";
import { PrepareCase } from "../mainstreaming/prepare_case";
import { ChooseOptions } from "./choose_options";
import { ComparisonTable } from "./comparison_table";
import { StrengthKey } from "./strength_key";
import "./potential.css";

export function ComparePage() {
  const t = useMessages();
  const format = useFormat();
  const navigate = useNavigate();
  const { state = "", innovation = [] } = compare_route.useSearch();
  const asked = state !== "" && innovation.length > 0;
  const { data, error } = useQuery(comparison_query(state, innovation));
  const title = state ? t.potential.compare.heading_for(format.country(state)) : t.potential.compare.heading;
  usePageTitle(title);
  const chosen = useChosen(innovation, data);
  return (
    <article className="potential">
      <h1>{title}</h1>
      <p className="potential-intro">
        {t.potential.compare.intro} {t.potential.intro}
      </p>
      <ChooseOptions
        state={state}
        chosen={chosen}
        on_change={(changed) => {
          const next = { state, innovation, ...changed };
          void navigate({
            to: "/compare",
            search: { ...(next.state && { state: next.state }), ...(next.innovation.length > 0 && { innovation: next.innovation }) },
            resetScroll: false,
          });
        }}
      />
      {innovation.length === 0 && <p>{t.potential.compare.need_innovation}</p>}
      {state === "" && <p>{t.potential.compare.need_state}</p>}
      <Refusal error={asked ? error : null} />
      {asked && data && !error && <SideBySide key={data.state} comparison={data} />}
    </article>
  );
}

/** With titles from where they are known already. */
function useChosen(ids: number[], comparison: Comparison | undefined) {
  const { data: list } = useQuery(choice_query(""));
  const known = [...(comparison?.options.map(({ innovation }) => innovation) ?? []), ...(list?.innovations ?? [])];
  return ids.map((id) => ({ id, title: known.find((one) => one.id === id)?.title ?? String(id) }));
}

function SideBySide({ comparison }: { comparison: Comparison }) {
  const t = useMessages();
  const format = useFormat();
  const [preparing, set_preparing] = useState<number | null>(null);
  const option = comparison.options.find(({ innovation }) => innovation.id === preparing);
  return (
    <>
      <section aria-labelledby="comparison">
        <h2 id="comparison">{t.potential.compare.heading_for(format.country(comparison.state))}</h2>
        <p className="missing">{t.potential.as_of(format.date(comparison.as_of) ?? comparison.as_of)}</p>
        <StrengthKey />
        <ComparisonTable comparison={comparison} on_prepare={set_preparing} />
      </section>
      {option && <Prepare key={option.innovation.id} innovation={option.innovation} state={comparison.state} />}
    </>
  );
}

function Prepare({ innovation, state }: { innovation: { id: number; title: string }; state: string }) {
  const t = useMessages();
  const format = useFormat();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section aria-labelledby="prepare" className="mainstreaming prepare-here">
      <h2 id="prepare" ref={heading} tabIndex={-1}>
        {t.potential.compare.preparing(innovation.title, format.country(state))}
      </h2>
      <PrepareCase innovation={innovation.id} first_state={state} />
    </section>
  );
}
