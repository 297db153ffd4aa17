import { Link } from "@tanstack/react-router";
import type { InnovationFilter } from "../../address/innovation_address";
import { STANDINGS, type Pipeline, type Stage, type Standing } from "../../api/innovation_types";
import { useFormat } from "../../format/use_format";
import { useMessages } from "../../messages/messages";

interface RiverProps {
  pipeline: Pipeline;
  filter: InnovationFilter;
}

/** The stages from left to right: how many are in the stream, as its width, and how many left it there. Each number opens its rows. */
export function River({ pipeline, filter }: RiverProps) {
  const t = useMessages();
  const most = Math.max(1, ...pipeline.stages.map(({ standings }) => standings.active));
  return (
    <section aria-labelledby="river">
      <h2 id="river">{t.innovation.river}</h2>
      <ol className="river">
        {pipeline.stages.map(({ stage, standings }) => (
          <li key={stage} className={`river-stage stage-${stage}`} aria-current={filter.stage === stage || undefined}>
            <h3>{t.innovation.stage[stage]}</h3>
            <div className="river-bed" aria-hidden="true">
              <div className="river-water" style={{ height: `${(100 * standings.active) / most}%` }} />
            </div>
            <Count stage={stage} standing="active" count={standings.active} />
            <ul className="river-banks">
              {STANDINGS.filter((standing) => standing !== "active" && standings[standing] > 0).map((standing) => (
                <li key={standing}>
                  <Count stage={stage} standing={standing} count={standings[standing]} />
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Count({ stage, standing, count }: { stage: Stage; standing: Standing; count: number }) {
  const t = useMessages();
  const format = useFormat();
  return (
    <Link to="/innovations" search={{ stage, standing }} hash="list" className={`river-count standing-${standing}`}>
      <strong>{format.number(count)}</strong> {t.innovation.standing[standing]}
      <span className="only-read"> ({t.innovation.stage[stage]})</span>
    </Link>
  );
}
