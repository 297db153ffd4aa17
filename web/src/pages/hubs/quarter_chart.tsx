import type { HubQuarter } from "../../api/hub_types";
import { useFormat } from "../../format/use_format";
import { useMessages } from "../../messages/messages";
import { useNarrow } from "../../parts/use_narrow";
import { useQuarterName } from "./quarter_name";

const WIDE = { width: 480, height: 96 };
const NARROW = { width: 320, height: 96 };
const MARGIN = { top: 20, bottom: 20 };

/** A bar a quarter: projects that begin in it. The table beside it says the same. */
export function QuarterChart({ quarters }: { quarters: HubQuarter[] }) {
  const t = useMessages();
  const format = useFormat();
  const name_of = useQuarterName();
  const picture = useNarrow() ? NARROW : WIDE;
  const first = quarters[0];
  const last = quarters.at(-1);
  if (!first || !last) return null;
  const most = Math.max(1, ...quarters.map(({ projects }) => projects));
  const step = picture.width / quarters.length;
  const all = quarters.reduce((sum, { projects }) => sum + projects, 0);
  return (
    <svg
      className="hub-chart"
      role="img"
      aria-label={t.hubs.chart(name_of(first.quarter), name_of(last.quarter), all)}
      viewBox={`0 ${-MARGIN.top} ${picture.width} ${picture.height + MARGIN.top + MARGIN.bottom}`}
    >
      <path className="hub-chart-axis" d={`M0 ${picture.height}H${picture.width}`} />
      {quarters.map(({ quarter, projects }, place) => {
        const height = (projects / most) * picture.height;
        return (
          <g key={quarter}>
            <rect x={place * step + step * 0.15} width={step * 0.7} y={picture.height - height} height={height}>
              <title>{`${name_of(quarter)}: ${format.number(projects)}`}</title>
            </rect>
            {projects > 0 && (
              <text x={place * step + step / 2} y={picture.height - height - 4} textAnchor="middle">
                {format.number(projects)}
              </text>
            )}
          </g>
        );
      })}
      <text x={0} y={picture.height + 16}>
        {name_of(first.quarter)}
      </text>
      <text x={picture.width} y={picture.height + 16} textAnchor="end">
        {name_of(last.quarter)}
      </text>
    </svg>
  );
}
