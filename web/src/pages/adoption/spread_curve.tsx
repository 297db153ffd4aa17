import type { SpreadPoint } from "../../api/adoption_types";
import { useFormat } from "../../format/use_format";
import { useMessages } from "../../messages/messages";
import { useNarrow } from "../../parts/use_narrow";
import { polyline, top_of } from "./curve_points";

const WIDE = { width: 600, height: 200 };
const NARROW = { width: 264, height: 160 };
const MARGIN = { left: 48, right: 16, top: 16, bottom: 32 };

/** Ever adopted and in use, year by year: a picture, and the same as a table. */
export function SpreadCurve({ spread }: { spread: SpreadPoint[] }) {
  const t = useMessages();
  const format = useFormat();
  const picture = useNarrow() ? NARROW : WIDE;
  const first = spread[0];
  const last = spread.at(-1);
  return (
    <section aria-labelledby="spread">
      <h2 id="spread">{t.adoption.spread}</h2>
      {!first || !last ? (
        <p>{t.adoption.spread_none}</p>
      ) : (
        <>
          <p>{t.adoption.spread_hint(first.year, last.year)}</p>
          <ul className="curve-key">
            <li className="curve-key-adopted">{t.adoption.adopted}</li>
            <li className="curve-key-in-use">{t.adoption.in_use}</li>
          </ul>
          <svg
            className="curve"
            role="img"
            aria-label={t.adoption.spread_hint(first.year, last.year)}
            viewBox={`${-MARGIN.left} ${-MARGIN.top} ${picture.width + MARGIN.left + MARGIN.right} ${picture.height + MARGIN.top + MARGIN.bottom}`}
          >
            <path className="curve-axis" d={`M0 0V${picture.height}H${picture.width}`} />
            <text x={-8} y={5} textAnchor="end">
              {format.number(top_of(spread))}
            </text>
            <text x={-8} y={picture.height} textAnchor="end">
              {format.number(0)}
            </text>
            <text x={0} y={picture.height + 24}>
              {first.year}
            </text>
            {last.year !== first.year && (
              <text x={picture.width} y={picture.height + 24} textAnchor="end">
                {last.year}
              </text>
            )}
            <polyline className="curve-adopted" points={polyline(spread, ({ adopted }) => adopted, picture)} />
            <polyline className="curve-in-use" points={polyline(spread, ({ in_use }) => in_use, picture)} />
          </svg>
          <details>
            <summary>{t.adoption.as_table}</summary>
            <table className="table">
              <thead>
                <tr>
                  <th scope="col">{t.adoption.column_year}</th>
                  <th scope="col">{t.adoption.adopted}</th>
                  <th scope="col">{t.adoption.in_use}</th>
                </tr>
              </thead>
              <tbody>
                {spread.map(({ year, adopted, in_use }) => (
                  <tr key={year}>
                    <th scope="row">{year}</th>
                    <td>{format.number(adopted)}</td>
                    <td>{format.number(in_use)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </details>
        </>
      )}
    </section>
  );
}
