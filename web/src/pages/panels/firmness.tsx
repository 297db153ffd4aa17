// How firm the first place is: by method, and how far each weight can move.
import { METHODS, type RankedPortfolio } from "../../api/panel_types";
import { useFormat } from "../../format/use_format";
import { useMessages } from "../../messages/messages";
import { criterion_name } from "../innovations/criterion_name";

const same = (one: number[], other: number[]) => [...one].sort().join() === [...other].sort().join();

export function FirstPlaces({ portfolio }: { portfolio: RankedPortfolio }) {
  const t = useMessages();
  const { opinions } = portfolio;
  const title_of = (id: number) => portfolio.options.find((option) => option.id === id)?.title ?? String(id);
  const told = METHODS.filter((method) => opinions[method].why_not === null);
  const agree = told.every((method) => same(opinions[method].first, opinions.weighted_sum.first));
  const names = (ids: number[]) => (ids.length > 1 ? t.panels.level(ids.map(title_of).join(", ")) : ids.map(title_of).join());
  return (
    <section aria-labelledby="firsts">
      <h2 id="firsts">{t.panels.firsts}</h2>
      <p>{agree ? t.panels.same_first : t.panels.other_first}</p>
      {!same(opinions.own_weights.first, opinions.weighted_sum.first) && <p className="waiting">{t.panels.weights_change_first}</p>}
      <dl>
        {METHODS.map((method) => (
          <div key={method}>
            <dt>{t.panels.method[method]}</dt>
            <dd>{opinions[method].why_not === null ? names(opinions[method].first) : t.panels.not_defined}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

export function Sensitivity({ portfolio }: { portfolio: RankedPortfolio }) {
  const t = useMessages();
  const format = useFormat();
  const title_of = (id: number | null) => (id === null ? t.panels.none : (portfolio.options.find((option) => option.id === id)?.title ?? String(id)));
  return (
    <section aria-labelledby="sensitivity">
      <h2 id="sensitivity">{t.panels.sensitivity}</h2>
      <div className="table-scroll" role="group" aria-labelledby="sensitivity" tabIndex={0}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t.panels.criterion}</th>
              <th scope="col">{t.panels.share}</th>
              <th scope="col">{t.panels.unchanged}</th>
              <th scope="col">{t.panels.below}</th>
              <th scope="col">{t.panels.above}</th>
            </tr>
          </thead>
          <tbody>
            {portfolio.sensitivity.map(({ criterion, share, unchanged, first_below, first_above }) => (
              <tr key={criterion}>
                <th scope="row">{criterion_name(criterion, t.innovation)}</th>
                <td>{format.percent(share)}</td>
                <td>{t.panels.from_to(format.percent(unchanged[0]), format.percent(unchanged[1]))}</td>
                <td>{title_of(first_below)}</td>
                <td>{title_of(first_above)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
