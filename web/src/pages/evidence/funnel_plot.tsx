import type { Synthesis } from "../../api/pilot_types";
import { useFormat } from "../../format/use_format";
import { useMessages } from "../../messages/messages";
import { useNarrow } from "../../parts/use_narrow";
import { value_words } from "./effect_words";
import { place_of, ticks_of } from "./forest_scale";
import { Picture } from "./picture";

const WIDE = 480;
const NARROW = 248;
const HEIGHT = 260;
const SIDE = 56;
const Z = 1.96;

/** Whether small pilots found more: effects by their standard errors, and Egger's test with its limits. */
export function FunnelPlot({ synthesis }: { synthesis: Synthesis }) {
  const t = useMessages();
  const { funnel, pooled, outcome } = synthesis;
  if (!funnel || !pooled) return null;
  const { asymmetry } = funnel;
  return (
    <figure className="forest">
      <figcaption>{t.pilot.funnel}</figcaption>
      <FunnelPicture synthesis={synthesis} mean={pooled.value} label={`${t.pilot.funnel}: ${outcome}`} />
      <p>{asymmetry ? t.pilot.asymmetry(asymmetry.value, ...asymmetry.interval, asymmetry.p_value) : synthesis.pilots.length < 3 ? t.pilot.asymmetry_few : t.pilot.asymmetry_alike}</p>
      {funnel.rests_on_few && <p className="missing">{t.pilot.funnel_few}</p>}
      <details>
        <summary>{t.pilot.as_table}</summary>
        <FunnelTable synthesis={synthesis} />
      </details>
    </figure>
  );
}

function FunnelPicture({ synthesis, mean, label }: { synthesis: Synthesis; mean: number; label: string }) {
  const t = useMessages();
  const format = useFormat();
  const { pilots, kind } = synthesis;
  const is_narrow = useNarrow();
  const width = is_narrow ? NARROW : WIDE;
  const points = pilots.flatMap(({ pilot, value, standard_error }) => (standard_error === null ? [] : [{ pilot, value, error: standard_error }]));
  const deepest = Math.max(...points.map(({ error }) => error)) * 1.1;
  const ends = [mean - Z * deepest, mean + Z * deepest, ...points.map(({ value }) => value)];
  const range: [number, number] = [Math.min(...ends), Math.max(...ends)];
  const x = (value: number) => SIDE + place_of(value, range, width);
  const y = (error: number) => 16 + place_of(error, [0, deepest], HEIGHT);
  const across = (value: number) => (kind === "share" ? format.number(Math.round(value * 100)) : format.number(value));
  return (
    <Picture label={label} width={SIDE + width + 24} height={HEIGHT + (is_narrow ? 96 : 72)}>
      <path className="forest-zero" d={`M${x(mean)} ${y(0)}L${x(mean - Z * deepest)} ${y(deepest)}H${x(mean + Z * deepest)}L${x(mean)} ${y(0)}V${y(deepest)}`} fill="none" />
      {[0, deepest / 2, deepest].map((error) => (
        <text key={error} x={SIDE - 8} y={y(error) + 5} textAnchor="end">
          {format.decimal(error, 2)}
        </text>
      ))}
      {ticks_of(range).map((tick) => (
        <text key={tick} x={x(tick)} y={HEIGHT + 38} textAnchor="middle">
          {across(tick)}
        </text>
      ))}
      <text x={is_narrow ? 4 : SIDE + width / 2} y={HEIGHT + 62} textAnchor={is_narrow ? "start" : "middle"}>
        {kind === "share" ? t.pilot.unit_share : t.pilot.unit_measure}
      </text>
      <text x={4} y={HEIGHT + (is_narrow ? 84 : 62)}>
        ↓ {t.pilot.standard_error}
      </text>
      {points.map(({ pilot, value, error }) => (
        <circle key={pilot} className="forest-value" cx={x(value)} cy={y(error)} r={5} />
      ))}
    </Picture>
  );
}

function FunnelTable({ synthesis: { pilots, kind } }: { synthesis: Synthesis }) {
  const t = useMessages();
  const format = useFormat();
  return (
    <div className="table-scroll" role="group" aria-label={t.pilot.funnel} tabIndex={0}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t.pilot.column_pilot}</th>
            <th scope="col">{t.pilot.column_effect}</th>
            <th scope="col">{t.pilot.standard_error}</th>
          </tr>
        </thead>
        <tbody>
          {pilots.map(({ pilot, site, member_state, value, standard_error }) => (
            <tr key={pilot}>
              <th scope="row">
                {site} ({format.country(member_state)})
              </th>
              <td>{value_words(kind, value, t)}</td>
              <td>{standard_error === null ? t.pilot.left_out : format.decimal(standard_error, 3)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
