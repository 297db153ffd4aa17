import type { RankedOption, RankedPortfolio } from "../../api/panel_types";
import { useFormat } from "../../format/use_format";
import { useMessages } from "../../messages/messages";
import { useNarrow } from "../../parts/use_narrow";

/** Of all weights, the share that gives each place: a bar for the first place, and the table of all. */
export function Acceptability({ portfolio }: { portfolio: RankedPortfolio }) {
  const t = useMessages();
  const format = useFormat();
  const { acceptability } = portfolio;
  if (acceptability === null) return null;
  const options = [...portfolio.options].sort((one, other) => first_share(other) - first_share(one));
  return (
    <section aria-labelledby="acceptability">
      <h2 id="acceptability">{t.panels.acceptability}</h2>
      <p>{t.panels.acceptability_why(acceptability.draws, acceptability.seed)}</p>
      <FirstPlaceChart options={options} />
      <div className="table-scroll" role="group" aria-labelledby="acceptability" tabIndex={0}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t.panels.innovation}</th>
              {options.map((option, place) => (
                <th scope="col" key={option.id}>
                  {t.panels.place_number(place + 1)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {options.map((option) => (
              <tr key={option.id}>
                <th scope="row">{option.title}</th>
                {option.acceptability?.map((share, place) => <td key={place}>{format.percent(share)}</td>)}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

const ROW = 36;
const WIDE = 640;
const NARROW = 320;
/** Of a title, so that it stays within the narrow picture; the table has the whole. */
const TITLE_LETTERS = 44;
const NUMBER_WIDTH = 56;

/** The title stands over its bar, so that long ones have room. The table beside it says the same. */
function FirstPlaceChart({ options }: { options: RankedOption[] }) {
  const t = useMessages();
  const format = useFormat();
  const is_narrow = useNarrow();
  const full = is_narrow ? NARROW : WIDE;
  const short = (title: string) => (is_narrow && title.length > TITLE_LETTERS ? `${title.slice(0, TITLE_LETTERS - 1)}…` : title);
  return (
    <svg className="rank-chart" role="img" aria-label={t.panels.acceptability_chart} viewBox={`0 0 ${full} ${options.length * ROW}`}>
      <path className="rank-chart-axis" d={`M0.5 0V${options.length * ROW}`} />
      {options.map((option, row) => {
        const width = first_share(option) * (full - NUMBER_WIDTH);
        return (
          <g key={option.id}>
            <text x={6} y={row * ROW + 14}>
              {short(option.title)}
            </text>
            <rect x={1} y={row * ROW + 19} width={width} height={12} />
            <text x={width + 6} y={row * ROW + 30}>
              {format.percent(first_share(option))}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

function first_share(option: RankedOption): number {
  return option.acceptability?.[0] ?? 0;
}
