// What an evaluator found in one pilot, on pages to print or to save as PDF: the sentence first, what helped and what did not alike, and what it does not show.
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { ApiError } from "../../api/client";
import { pilot_query, protocol_query } from "../../api/pilot_queries";
import type { Pilot, PilotEffect } from "../../api/pilot_types";
import { useFormat } from "../../format/use_format";
import { useMessages } from "../../messages/messages";
import { Facts } from "../../parts/facts";
import { Failure } from "../../parts/failure";
import { PageSkeleton } from "../../parts/page_skeleton";
import { usePageTitle } from "../../parts/page_title";
import { report_route } from "../../router";
import { NotFoundPage } from "../not_found";
import { DeliveryFacts } from "./delivery_section";
import { figure_words, plain_sentence, scale_of, why_not_pooled } from "./effect_words";
import "./evidence.css";
import { FlowPicture } from "./flow_diagram";
import { ForestPlot } from "./forest_plot";
import { MonthsWords, NotShown, ShareWords } from "./result_section";

export function ReportPage() {
  const t = useMessages();
  const { id } = report_route.useParams();
  const { data, error, refetch } = useQuery(pilot_query(id));
  usePageTitle(data && t.pilot.report_of(data.site));
  if (error instanceof ApiError && error.status === 404) return <NotFoundPage />;
  if (error) return <Failure error={error} on_retry={() => void refetch()} />;
  return data ? <Report pilot={data} /> : <PageSkeleton />;
}

function Report({ pilot }: { pilot: Pilot }) {
  const t = useMessages();
  const format = useFormat();
  const { effects, delivery, flow, protocol, state, moves } = pilot;
  const said = moves.find(({ act }) => act === "report");
  return (
    <article className="evidence report">
      <p className="report-acts">
        <Link to="/pilots/$id" params={{ id: String(pilot.id) }}>
          {t.pilot.report_back}
        </Link>{" "}
        <button type="button" className="button" onClick={() => window.print()}>
          {t.pilot.report_print}
        </button>
      </p>
      <h1>{t.pilot.report_of(pilot.site)}</h1>
      <p className="pilot-head">
        <span className="pilot-state">{t.pilot.state[state]}</span>
        <span>{format.country(pilot.member_state)}</span>
        <span>{protocol.content.title}</span>
        <span>{pilot.innovation.title}</span>
      </p>
      {state !== "reported" && <p className="missing">{t.pilot.report_not_yet}</p>}
      <section aria-labelledby="in-short">
        <h2 id="in-short">{t.pilot.report_in_short}</h2>
        {effects.length === 0 && <p>{t.pilot.result_none}</p>}
        {effects
          .filter(({ is_primary }) => is_primary)
          .map((effect) => (
            <p key={effect.outcome} className="plain-sentence">
              {plain_sentence(effect, t)} {effect.probability_better !== null && t.pilot.chance(effect.probability_better)}{" "}
              {effect.is_exploratory && <strong>({t.pilot.exploratory})</strong>}
            </p>
          ))}
        {delivery && delivery.per_learner_eur !== null && <p className="plain-sentence">{t.pilot.per_learner(t.pilot.money(delivery.per_learner_eur))}</p>}
      </section>
      <Facts
        entries={[
          [t.pilot.field.question, protocol.content.question],
          [t.pilot.field.design, t.pilot.design[protocol.content.design]],
          [t.pilot.field.treated_arm, protocol.content.treated_arm],
          [t.pilot.field.control_arm, protocol.content.control_arm],
        ]}
      />
      {effects.length > 0 && (
        <section aria-labelledby="figures">
          <h2 id="figures">{t.pilot.report_figures}</h2>
          {effects.map((effect) => (
            <ReportedEffect key={effect.outcome} effect={effect} />
          ))}
          <AnalysedBy pilot={pilot} />
          <NotShown pilot={pilot} />
        </section>
      )}
      {said && (
        <section aria-labelledby="said">
          <h2 id="said">{t.pilot.report_found_by}</h2>
          <p className="readable">{said.reasons}</p>
          <p className="missing">
            {format.moment(said.at)} {said.by}
          </p>
        </section>
      )}
      <section aria-labelledby="delivery">
        <h2 id="delivery">{t.pilot.delivery}</h2>
        {delivery ? <DeliveryFacts delivery={delivery} /> : <p>{t.pilot.delivery_none}</p>}
      </section>
      {flow.length > 0 && (
        <section aria-labelledby="flow">
          <h2 id="flow">{t.pilot.flow}</h2>
          {pilot.is_suppressed && <p className="missing">{t.pilot.suppressed}</p>}
          <FlowPicture flow={flow} />
        </section>
      )}
      <OtherPilots protocol={protocol.id} />
    </article>
  );
}

/** With its interval and its chance. */
function ReportedEffect({ effect }: { effect: PilotEffect }) {
  const t = useMessages();
  return (
    <div className="effect">
      <h3>
        {effect.outcome} {effect.is_primary && `(${t.pilot.primary})`} {effect.is_exploratory && <strong>({t.pilot.exploratory})</strong>}
      </h3>
      <p>
        {figure_words(scale_of(effect), effect.value, effect.interval, t)}. {effect.probability_better !== null && t.pilot.chance(effect.probability_better)}{" "}
        {effect.share && <ShareWords share={effect.share} />}
      </p>
      <MonthsWords effect={effect} />
      <p className="missing">
        {t.pilot.measure[effect.measure]}. {effect.design_effect > 1 && t.pilot.design_effect(effect.design_effect)}{" "}
        {effect.exact_within !== null && t.pilot.coarse(effect.exact_within)}
      </p>
    </div>
  );
}

/** The registered text and the data, each with its checksum. */
function AnalysedBy({ pilot: { effects, registered_texts } }: { pilot: Pilot }) {
  const t = useMessages();
  const format = useFormat();
  const text = registered_texts.find(({ number }) => number === effects[0]?.protocol_text);
  const input = effects[0]?.input_sha256;
  return (
    <>
      {text && (
        <p className="missing">
          {t.pilot.report_declared(text.number, format.moment(text.at))} <span className="checksum">SHA-256 {text.sha256}</span>
        </p>
      )}
      {input && (
        <p className="missing checksum">
          {t.pilot.checksum} {input}
        </p>
      )}
    </>
  );
}

/** The others of the same protocol, beside which this one stands. */
function OtherPilots({ protocol }: { protocol: number }) {
  const t = useMessages();
  const { data } = useQuery(protocol_query(String(protocol)));
  const shown = data?.syntheses.filter(({ pilots }) => pilots.length > 0) ?? [];
  if (shown.length === 0) return null;
  return (
    <section aria-labelledby="others">
      <h2 id="others">{t.pilot.report_others}</h2>
      {shown.map((synthesis) => (
        <div key={synthesis.outcome}>
          <h3>{synthesis.outcome}</h3>
          <p>
            {synthesis.pooled
              ? t.pilot.synthesis_sentence(synthesis.pooled.studies, figure_words(synthesis, synthesis.pooled.value, synthesis.pooled.interval, t))
              : why_not_pooled(synthesis, t)}
          </p>
          <ForestPlot synthesis={synthesis} />
        </div>
      ))}
    </section>
  );
}
