import { useState, type PointerEvent } from "react";
import { useMessages } from "../../messages/messages";
import type { YearCount, YearRange } from "./years";

const HEIGHT = 56;
const STEP = 10;

interface YearChartProps {
  counts: YearCount[];
  range: YearRange | null;
  on_choose: (range: YearRange | null) => void;
}

/** Bars of projects by year. For the pointer only: the fields beside it do the same by keyboard, a table tells the numbers. */
export function YearChart({ counts, range, on_choose }: YearChartProps) {
  const t = useMessages();
  const [drag, set_drag] = useState<YearRange | null>(null);
  const [hover, set_hover] = useState<YearCount | null>(null);
  const highest = Math.max(1, ...counts.map(({ count }) => count));
  const shown = drag ? ordered(drag) : range;
  const is_in = (year: number) => shown === null || (year >= shown.from && year <= shown.to);

  const under = (event: PointerEvent<SVGSVGElement>): YearCount | undefined => {
    const box = event.currentTarget.getBoundingClientRect();
    const place = Math.floor(((event.clientX - box.left) / box.width) * counts.length);
    return counts[Math.min(counts.length - 1, Math.max(0, place))];
  };

  return (
    <figure className="year-chart">
      <svg
        viewBox={`0 0 ${counts.length * STEP} ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={t.search.year_chart}
        onPointerDown={(event) => {
          const bar = under(event);
          if (!bar || event.button !== 0) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          set_drag({ from: bar.year, to: bar.year });
        }}
        onPointerMove={(event) => {
          const bar = under(event);
          set_hover(bar ?? null);
          if (bar && drag) set_drag({ from: drag.from, to: bar.year });
        }}
        onPointerLeave={() => set_hover(null)}
        onPointerCancel={() => set_drag(null)}
        onPointerUp={() => {
          if (!drag) return;
          const next = ordered(drag);
          set_drag(null);
          // A second click on what is chosen takes it back.
          on_choose(range && range.from === next.from && range.to === next.to ? null : next);
        }}
      >
        {counts.map(({ year, count }, place) => {
          const height = count === 0 ? 0 : Math.max(2, (count / highest) * (HEIGHT - 2));
          return (
            <g key={year} className={is_in(year) ? "bar bar-in" : "bar"}>
              <rect className="bar-ground" x={place * STEP} y={0} width={STEP} height={HEIGHT} />
              <rect className="bar-value" x={place * STEP + 1} y={HEIGHT - height} width={STEP - 2} height={height} />
            </g>
          );
        })}
      </svg>
      <figcaption aria-hidden="true">
        <span>{counts[0]?.year}</span>
        <span className="year-hover">
          {drag && drag.from !== drag.to
            ? `${ordered(drag).from} – ${ordered(drag).to}`
            : hover && t.search.year_bar(String(hover.year), hover.count)}
        </span>
        <span>{counts.at(-1)?.year}</span>
      </figcaption>
    </figure>
  );
}

function ordered({ from, to }: YearRange): YearRange {
  return { from: Math.min(from, to), to: Math.max(from, to) };
}
