import type { Interval, Synthesis } from "../../api/pilot_types";
import { useFormat } from "../../format/use_format";
import { useMessages } from "../../messages/messages";
import { interval_words, value_words } from "./effect_words";
import { forest_range, place_of, ticks_of } from "./forest_scale";
import { Picture } from "./picture";

const WIDTH = 360;
const NAMES = 200;
const LINE = 28;

/** Each pilot with its interval, all together, and where a next one may lie: a picture, and the same as a table. */
export function ForestPlot({ synthesis }: { synthesis: Synthesis }) {
  const t = useMessages();
  const format = useFormat();
  const { pilots, pooled, outcome } = synthesis;
  const range = forest_range(synthesis);
  const x = (value: number) => NAMES + place_of(value, range, WIDTH);
  const rows = pilots.length + (pooled ? 1 : 0) + (pooled?.prediction ? 1 : 0);
  const y = (row: number) => LINE * (row + 1);
  return (
    <figure className="forest">
      <figcaption>
        {t.pilot.forest} ({synthesis.kind === "share" ? t.pilot.unit_share : t.pilot.unit_measure})
      </figcaption>
      <Picture label={`${t.pilot.forest}: ${outcome}`} width={NAMES + WIDTH + 24} height={LINE * (rows + 3)}>
        <path className="forest-zero" d={`M${x(0)} ${LINE / 2}V${LINE * (rows + 1)}`} />
        {ticks_of(range).map((tick) => (
          <text key={tick} x={x(tick)} y={LINE * (rows + 1.6)} textAnchor="middle">
            {synthesis.kind === "share" ? format.number(Math.round(tick * 100)) : format.number(tick)}
          </text>
        ))}
        <text x={x(0) - 8} y={LINE * (rows + 2.5)} textAnchor="end">
          ← {t.pilot.worse}
        </text>
        <text x={x(0) + 8} y={LINE * (rows + 2.5)}>
          {t.pilot.better} →
        </text>
        {pilots.map(({ pilot, site, member_state, value, interval, weight }, row) => (
          <g key={pilot}>
            <text x={0} y={y(row) + 5}>
              {`${site} (${member_state})`.slice(0, 28)}
            </text>
            <Whisker interval={interval} x={x} y={y(row)} />
            <Square at={x(value)} y={y(row)} weight={weight} />
          </g>
        ))}
        {pooled && (
          <g className="forest-pooled">
            <text x={0} y={y(pilots.length) + 5}>
              {t.pilot.pooled}
            </text>
            <path d={diamond(pooled.value, pooled.interval, x, y(pilots.length))} />
          </g>
        )}
        {pooled?.prediction && (
          <g className="forest-next">
            <text x={0} y={y(pilots.length + 1) + 5}>
              {t.pilot.next_site}
            </text>
            <Whisker interval={pooled.prediction} x={x} y={y(pilots.length + 1)} />
          </g>
        )}
      </Picture>
      <details>
        <summary>{t.pilot.as_table}</summary>
        <ForestTable synthesis={synthesis} />
      </details>
    </figure>
  );
}

function Whisker({ interval: [low, high], x, y }: { interval: Interval; x: (value: number) => number; y: number }) {
  return <path className="forest-interval" d={`M${x(low)} ${y}H${x(high)}M${x(low)} ${y - 4}v8M${x(high)} ${y - 4}v8`} />;
}

/** Its area grows with the weight. */
function Square({ at, y, weight }: { at: number; y: number; weight: number | null }) {
  const side = 4 + 10 * Math.sqrt(weight ?? 0.5);
  return <rect className="forest-value" x={at - side / 2} y={y - side / 2} width={side} height={side} />;
}

function diamond(value: number, [low, high]: Interval, x: (value: number) => number, y: number): string {
  return `M${x(low)} ${y}L${x(value)} ${y - 8}L${x(high)} ${y}L${x(value)} ${y + 8}Z`;
}

function ForestTable({ synthesis }: { synthesis: Synthesis }) {
  const t = useMessages();
  const format = useFormat();
  const { pilots, pooled, kind } = synthesis;
  const value_of = (value: number) => value_words(kind, value, t);
  const interval_of = (interval: Interval) => interval_words(kind, interval, t);
  return (
    <div className="table-scroll" role="group" aria-label={t.pilot.forest} tabIndex={0}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t.pilot.column_pilot}</th>
            <th scope="col">{t.pilot.column_effect}</th>
            <th scope="col">{t.pilot.column_interval}</th>
            <th scope="col">{t.pilot.column_weight}</th>
            <th scope="col">{t.pilot.column_without}</th>
          </tr>
        </thead>
        <tbody>
          {pilots.map(({ pilot, site, member_state, value, interval, weight, without }) => (
            <tr key={pilot}>
              <th scope="row">
                {site} ({format.country(member_state)})
              </th>
              <td>{value_of(value)}</td>
              <td>{interval_of(interval)}</td>
              <td>{weight !== null && format.percent(weight)}</td>
              <td>{without && `${value_of(without.value)} (${interval_of(without.interval)})`}</td>
            </tr>
          ))}
          {pooled && (
            <tr>
              <th scope="row">{t.pilot.pooled}</th>
              <td>{value_of(pooled.value)}</td>
              <td>{interval_of(pooled.interval)}</td>
              <td />
              <td />
            </tr>
          )}
          {pooled?.prediction && (
            <tr>
              <th scope="row">{t.pilot.next_site}</th>
              <td />
              <td>{interval_of(pooled.prediction)}</td>
              <td />
              <td />
            </tr>
          )}
        </tbody>
      </table>
    </div>
  );
}
