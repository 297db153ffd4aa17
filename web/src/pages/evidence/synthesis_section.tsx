import type { Synthesis } from "../../api/pilot_types";
import { useMessages } from "../../messages/messages";
import { figure_words, interval_words, why_not_pooled } from "./effect_words";
import { ForestPlot } from "./forest_plot";
import { FunnelPlot } from "./funnel_plot";
import { Moderators } from "./moderators";

/** One primary outcome over all pilots of a protocol, in words, as a picture and as a table. */
export function SynthesisSection({ synthesis }: { synthesis: Synthesis }) {
  const t = useMessages();
  const { outcome, pooled, nested, pilots } = synthesis;
  if (pilots.length === 0) return null;
  return (
    <section aria-label={t.pilot.synthesis_of(outcome)} className="synthesis">
      <h3>{t.pilot.synthesis_of(outcome)}</h3>
      {pooled ? (
        <>
          <p className="plain-sentence">{t.pilot.synthesis_sentence(pooled.studies, figure_words(synthesis, pooled.value, pooled.interval, t))}</p>
          {pooled.studies === 2 && <p>{t.pilot.two_only}</p>}
          {pooled.prediction && <p>{t.pilot.prediction(interval_words(synthesis.kind, pooled.prediction, t))}</p>}
          {nested && <p>{t.pilot.nested(nested.countries, figure_words(synthesis, nested.value, nested.interval, t))}</p>}
          <p>{t.pilot.heterogeneity(pooled.i_squared, ...pooled.i_squared_interval, pooled.tau_squared)}</p>
          <p className="missing">
            {t.pilot.method} {synthesis.kind === "share" && t.pilot.share_method}
          </p>
        </>
      ) : (
        <p>{why_not_pooled(synthesis, t)}</p>
      )}
      <ForestPlot synthesis={synthesis} />
      <FunnelPlot synthesis={synthesis} />
      <Moderators synthesis={synthesis} />
    </section>
  );
}
