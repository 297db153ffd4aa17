import { useMessages } from "../../messages/messages";

const LEVELS = ["absent", "ad_hoc", "emerging", "established", "embedded_and_learning"] as const;

/** What colours, numbers and signs of the heat map mean. */
export function HeatLegend() {
  const t = useMessages();
  const signs = [
    t.application.sign_peers,
    t.application.sign_adapted,
    t.application.sign_unknown,
    t.application.sign_reassess,
    t.application.sign_not_applicable,
    t.application.sign_no_application,
  ];
  return (
    <section aria-labelledby="legend" className="heat-legend">
      <h2 id="legend">{t.application.legend}</h2>
      <ul className="heat-levels">
        {LEVELS.map((level, number) => (
          <li key={level} className={`heat-level-${number}`}>
            {t.application.legend_level(number, t.framework.level[level])}
          </li>
        ))}
      </ul>
      <ul className="heat-signs">
        {signs.map((sign) => (
          <li key={sign}>{sign}</li>
        ))}
      </ul>
    </section>
  );
}
