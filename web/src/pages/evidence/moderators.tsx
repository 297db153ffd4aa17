import type { ModeratorFinding, Synthesis } from "../../api/pilot_types";
import { useFormat } from "../../format/use_format";
import { useMessages } from "../../messages/messages";
import { useNarrow } from "../../parts/use_narrow";
import { interval_words, value_words } from "./effect_words";
import { place_of, ticks_of } from "./forest_scale";
import { Picture } from "./picture";

const WIDE = 420;
const NARROW = 248;
const HEIGHT = 220;
const SIDE = 60;

/** Whether effects go with the country, how much was held, or the cost: a regression where there are pilots enough, else why there is none. */
export function Moderators({ synthesis }: { synthesis: Synthesis }) {
  const t = useMessages();
  const { moderators, outcome } = synthesis;
  if (moderators.length === 0) return null;
  return (
    <section aria-label={`${t.pilot.moderators}: ${outcome}`}>
      <h4>{t.pilot.moderators}</h4>
      <p className="missing">{t.pilot.moderators_why}</p>
      <div className="table-scroll" role="group" aria-label={t.pilot.moderators} tabIndex={0}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t.pilot.column_moderator}</th>
              <th scope="col">{t.pilot.column_pilots}</th>
              <th scope="col">{t.pilot.column_found}</th>
            </tr>
          </thead>
          <tbody>
            {moderators.map((finding) => (
              <tr key={finding.moderator}>
                <th scope="row">{t.pilot.moderator[finding.moderator]}</th>
                <td>{finding.pilots}</td>
                <td>{finding.found ? <Coefficients finding={finding} synthesis={synthesis} /> : <WhyNot finding={finding} />}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {moderators.map((finding) => finding.found && <ModeratorPicture key={finding.moderator} finding={finding} synthesis={synthesis} />)}
    </section>
  );
}

function WhyNot({ finding: { why_not, needed, pilots } }: { finding: ModeratorFinding }) {
  const t = useMessages();
  if (why_not === "too_few" && needed !== null) return <>{t.pilot.moderator_too_few(pilots, needed)}</>;
  return <>{t.pilot.moderator_why_not[why_not ?? "not_computed"]}</>;
}

function Coefficients({ finding: { found, compared_with, moderator }, synthesis: { kind } }: { finding: ModeratorFinding; synthesis: Synthesis }) {
  const t = useMessages();
  const format = useFormat();
  if (!found) return null;
  return (
    <ul>
      {found.coefficients.map(({ name, value, interval, p_value }) => (
        <li key={name ?? moderator}>
          {name !== null && compared_with !== null ? t.pilot.beside(format.country(name), format.country(compared_with)) : t.pilot.by_each[moderator]}:{" "}
          {value_words(kind, value, t)} ({interval_words(kind, interval, t)}; p {format.decimal(p_value, 3)})
        </li>
      ))}
      {found.r_squared !== null && <li>{t.pilot.explained(found.r_squared)}</li>}
    </ul>
  );
}

/** Effects by the moderator; the larger the weight, the larger the dot; the line of the regression where the moderator is a number. */
function ModeratorPicture({ finding: { moderator, found }, synthesis }: { finding: ModeratorFinding; synthesis: Synthesis }) {
  const t = useMessages();
  const format = useFormat();
  const { pilots, kind, outcome } = synthesis;
  const width = useNarrow() ? NARROW : WIDE;
  const countries = [...new Set(pilots.map(({ member_state }) => member_state))].sort();
  const place = (pilot: Synthesis["pilots"][number]) => {
    if (moderator === "country") return countries.indexOf(pilot.member_state);
    return moderator === "fidelity" ? pilot.fidelity : pilot.cost_per_learner_eur;
  };
  const points = pilots.flatMap((pilot) => {
    const at = place(pilot);
    return at === null ? [] : [{ ...pilot, at }];
  });
  const spread = (numbers: number[]): [number, number] => {
    const [low, high] = [Math.min(...numbers), Math.max(...numbers)];
    const room = (high - low || 1) * 0.1;
    return [low - room, high + room];
  };
  const [across, up] = [spread(points.map(({ at }) => at)), spread([0, ...points.map(({ value }) => value)])];
  const x = (at: number) => SIDE + place_of(at, across, width);
  const y = (value: number) => 12 + HEIGHT - place_of(value, up, HEIGHT);
  const slope = moderator === "country" ? undefined : found?.coefficients[0]?.value;
  const on_line = (at: number) => (found?.constant.value ?? 0) + (slope ?? 0) * at;
  const below: [number, string][] =
    moderator === "country" ? countries.map((country, at) => [at, country]) : ticks_of(across).map((tick) => [tick, moderator === "fidelity" ? format.percent(tick) : format.number(tick)]);
  const label = `${t.pilot.moderator[moderator]}: ${outcome}`;
  return (
    <figure className="forest">
      <figcaption>{label}</figcaption>
      <Picture label={label} width={SIDE + width + 16} height={HEIGHT + 48}>
        <path className="forest-zero" d={`M${SIDE} ${y(0)}H${SIDE + width}`} />
        {ticks_of(up).map((tick) => (
          <text key={tick} x={SIDE - 8} y={y(tick) + 5} textAnchor="end">
            {kind === "share" ? format.number(Math.round(tick * 100)) : format.number(tick)}
          </text>
        ))}
        {below.map(([at, words]) => (
          <text key={words} x={x(at)} y={HEIGHT + 34} textAnchor="middle">
            {words}
          </text>
        ))}
        {slope !== undefined && <path className="forest-interval" d={`M${x(across[0])} ${y(on_line(across[0]))}L${x(across[1])} ${y(on_line(across[1]))}`} />}
        {points.map(({ pilot, at, value, weight }) => (
          <circle key={pilot} className="forest-value" cx={x(at)} cy={y(value)} r={3 + 8 * Math.sqrt(weight ?? 0)} />
        ))}
      </Picture>
    </figure>
  );
}
