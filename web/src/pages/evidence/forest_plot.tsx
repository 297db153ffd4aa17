import type { Interval, Synthesis } from "../../api/pilot_types";
import { useFormat } from "../../format/use_format";
import { useMessages } from "../../messages/messages";
import { useNarrow } from "../../parts/use_narrow";
import { interval_words, value_words } from "./effect_words";
import { forest_range, place_of, ticks_of } from "./forest_scale";
import { Picture } from "./picture";

/** Names stand beside their lines, on a phone above them. */
const WIDE = { width: 360, names: 200, room: 24, line: 28, name_at: 5 };
const NARROW = { width: 304, names: 8, room: 8, line: 44, name_at: -12 };

/** Each pilot with its interval, all together, and where a next one may lie: a picture, and the same as a table. */
export function ForestPlot({ synthesis }: { synthesis: Synthesis }) {
  const t = useMessages();
  const format = useFormat();
  const { pooled, outcome } = synthesis;
  const pilots = by_country(synthesis);
  const range = forest_range(synthesis);
  const { width, names, room, line, name_at } = useNarrow() ? NARROW : WIDE;
  const x = (value: number) => names + place_of(value, range, width);
  const rows = pilots.length + (pooled ? 1 : 0) + (pooled?.prediction ? 1 : 0);
  const y = (row: number) => line * (row + 1);
  const below = y(rows - 1) + line / 2;
  return (
    <figure className="forest">
      <figcaption>
        {t.pilot.forest} ({synthesis.kind === "share" ? t.pilot.unit_share : t.pilot.unit_measure})
      </figcaption>
      <Picture label={`${t.pilot.forest}: ${outcome}`} width={names + width + room} height={below + 64}>
        <path className="forest-zero" d={`M${x(0)} ${line / 2}V${below}`} />
        {ticks_of(range).map((tick) => (
          <text key={tick} x={x(tick)} y={below + 18} textAnchor="middle">
            {synthesis.kind === "share" ? format.number(Math.round(tick * 100)) : format.number(tick)}
          </text>
        ))}
        <text x={names} y={below + 46}>
          ← {t.pilot.worse}
        </text>
        <text x={names + width} y={below + 46} textAnchor="end">
          {t.pilot.better} →
        </text>
        {pilots.map(({ pilot, site, member_state, value, interval, weight }, row) => (
          <g key={pilot}>
            <text x={0} y={y(row) + name_at}>
              {`${site} (${member_state})`.slice(0, 28)}
            </text>
            <Whisker interval={interval} x={x} y={y(row)} />
            <Square at={x(value)} y={y(row)} weight={weight} />
          </g>
        ))}
        {pooled && (
          <g className="forest-pooled">
            <text x={0} y={y(pilots.length) + name_at}>
              {t.pilot.pooled}
            </text>
            <path d={diamond(pooled.value, pooled.interval, x, y(pilots.length))} />
          </g>
        )}
        {pooled?.prediction && (
          <g className="forest-next">
            <text x={0} y={y(pilots.length + 1) + name_at}>
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

/** Those of one country beside one another. */
function by_country({ pilots }: Synthesis): Synthesis["pilots"] {
  return [...pilots].sort((one, other) => one.member_state.localeCompare(other.member_state) || one.site.localeCompare(other.site));
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
  const { pooled, kind } = synthesis;
  const pilots = by_country(synthesis);
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
