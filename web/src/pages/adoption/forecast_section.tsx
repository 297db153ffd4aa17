import type { SpreadPoint } from "../../api/adoption_types";
import type { AdoptionForecast } from "../../api/potential_types";
import { useFormat } from "../../format/use_format";
import { useMessages } from "../../messages/messages";
import { useNarrow } from "../../parts/use_narrow";
import "./adoption.css";
import { forecast_curve, type ForecastCurve } from "./forecast_points";

const WIDE = { width: 600, height: 200 };
const NARROW = { width: 256, height: 160 };
const MARGIN = { left: 56, right: 16, top: 16, bottom: 32 };

/** How many will ever have adopted it: a picture and its table, or the sentence why that cannot be told. */
export function ForecastSection({ spread, forecast }: { spread: SpreadPoint[]; forecast: AdoptionForecast }) {
  const t = useMessages();
  const picture = useNarrow() ? NARROW : WIDE;
  const curve = forecast_curve(spread, forecast, picture);
  return (
    <section aria-labelledby="forecast">
      <h2 id="forecast">{t.potential.forecast.heading}</h2>
      {forecast.why_not && <p>{t.potential.forecast.why_not[forecast.why_not.code]}</p>}
      {forecast.to !== null && curve && (
        <>
          <p>{t.potential.forecast.intro(forecast.to)}</p>
          <ForecastPicture curve={curve} picture={picture} />
        </>
      )}
      <ForecastFacts forecast={forecast} />
      <p className="missing">{t.potential.forecast.source}</p>
    </section>
  );
}

function ForecastPicture({ curve, picture }: { curve: ForecastCurve; picture: typeof WIDE }) {
  const t = useMessages();
  const format = useFormat();
  return (
    <>
      <ul className="curve-key">
        <li className="curve-key-in-use">{t.potential.forecast.so_far}</li>
        <li className="curve-key-adopted">{t.potential.forecast.expected}</li>
        <li className="curve-key-band">{t.potential.forecast.band}</li>
      </ul>
      <svg
        className="curve"
        role="img"
        aria-label={t.potential.forecast.picture(curve.first_year, curve.last_year)}
        viewBox={`${-MARGIN.left} ${-MARGIN.top} ${picture.width + MARGIN.left + MARGIN.right} ${picture.height + MARGIN.top + MARGIN.bottom}`}
      >
        <polygon className="curve-band" points={curve.band} />
        <path className="curve-axis" d={`M0 0V${picture.height}H${picture.width}`} />
        <text x={-8} y={5} textAnchor="end">
          {format.number(Math.round(curve.top))}
        </text>
        <text x={-8} y={picture.height} textAnchor="end">
          {format.number(0)}
        </text>
        <text x={0} y={picture.height + 24}>
          {curve.first_year}
        </text>
        <text x={picture.width} y={picture.height + 24} textAnchor="end">
          {curve.last_year}
        </text>
        <polyline className="curve-in-use" points={curve.so_far} />
        <polyline className="curve-adopted" points={curve.expected} />
      </svg>
    </>
  );
}

/** The numbers of the forecast; nothing where there is none. */
export function ForecastFacts({ forecast }: { forecast: AdoptionForecast }) {
  const t = useMessages();
  const format = useFormat();
  if (!forecast.model) return null;
  const { market } = forecast.model;
  const whole = (n: number) => format.number(Math.round(n));
  return (
    <>
      <p>{t.potential.forecast.market(market.value, market.interval[0], market.interval[1])}</p>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t.adoption.column_year}</th>
            <th scope="col">{t.potential.forecast.column_expected}</th>
            <th scope="col">{t.potential.forecast.column_from}</th>
            <th scope="col">{t.potential.forecast.column_to}</th>
          </tr>
        </thead>
        <tbody>
          {forecast.points.map(({ year, adopted, interval }) => (
            <tr key={year}>
              <th scope="row">{year}</th>
              <td>{whole(adopted)}</td>
              <td>{whole(interval[0])}</td>
              <td>{whole(interval[1])}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
