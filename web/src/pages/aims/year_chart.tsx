import type { AimSeries } from "../../api/aims_types";
import { useMessages } from "../../messages/messages";
import { useNarrow } from "../../parts/use_narrow";
import { heights, value_in_words } from "./aim_value";

const WIDE = { width: 330, height: 72 };
const NARROW = { width: 264, height: 72 };
const MARGIN = { top: 16, bottom: 20 };

/** A bar a year; a year of which nothing is known has a question mark and no bar. The table beside it says the same. */
export function YearChart({ series }: { series: AimSeries }) {
  const t = useMessages();
  const { years } = series;
  const picture = useNarrow() ? NARROW : WIDE;
  const step = picture.width / years.length;
  const label = t.aims.chart(years[0]?.year ?? 0, years.at(-1)?.year ?? 0, years.filter(({ value }) => value !== null).length);
  const shows_year = (index: number) => index === 0 || index === years.length - 1;
  return (
    <svg
      className="year-chart"
      role="img"
      aria-label={label}
      viewBox={`0 ${-MARGIN.top} ${picture.width} ${picture.height + MARGIN.top + MARGIN.bottom}`}
    >
      <path className="year-chart-axis" d={`M0 ${picture.height}H${picture.width}`} />
      {heights(years).map((height, index) => {
        const { year, value } = years[index]!;
        const left = index * step;
        return (
          <g key={year}>
            {height === null || value === null ? (
              <text x={left + step / 2} y={picture.height - 4} textAnchor="middle">
                ?
              </text>
            ) : (
              <rect
                x={left + step * 0.15}
                width={step * 0.7}
                y={picture.height - Math.max(height * picture.height, 1)}
                height={Math.max(height * picture.height, 1)}
              >
                <title>{`${year}: ${value_in_words(value, series.unit, t)}`}</title>
              </rect>
            )}
            {shows_year(index) && (
              <text x={index === 0 ? 0 : picture.width} y={picture.height + 16} textAnchor={index === 0 ? "start" : "end"}>
                {year}
              </text>
            )}
          </g>
        );
      })}
    </svg>
  );
}
