import { Link } from "@tanstack/react-router";
import type { Method, RankedOption, RankedPortfolio } from "../../api/panel_types";
import { useFormat } from "../../format/use_format";
import { useMessages } from "../../messages/messages";
import { criterion_name } from "../innovations/criterion_name";

const SECOND_OPINIONS = ["own_weights", "topsis", "promethee"] as const;

/** The order by the weighted sum, with the places of the other methods beside it. Who is level says so. */
export function OrderTable({ portfolio }: { portfolio: RankedPortfolio }) {
  const t = useMessages();
  const format = useFormat();
  const options = [...portfolio.options].sort((one, other) => (one.weighted_sum.place ?? 0) - (other.weighted_sum.place ?? 0));
  const place = (option: RankedOption, method: Method) => {
    const own = option[method].place;
    if (own === null) return "–";
    const is_shared = options.some((other) => other.id !== option.id && other[method].place === own);
    return is_shared ? t.panels.shared_place(own) : format.number(own);
  };
  return (
    <section aria-labelledby="order">
      <h2 id="order">{t.panels.order}</h2>
      <div className="table-scroll" role="group" aria-labelledby="order" tabIndex={0}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t.panels.place}</th>
              <th scope="col">{t.panels.innovation}</th>
              <th scope="col">{t.panels.score_of}</th>
              {portfolio.criteria.map(({ name }) => (
                <th scope="col" key={name}>
                  {criterion_name(name, t.innovation)}
                </th>
              ))}
              {SECOND_OPINIONS.map((method) => (
                <th scope="col" key={method}>
                  {t.panels.method[method]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {options.map((option) => (
              <tr key={option.id}>
                <td>{place(option, "weighted_sum")}</td>
                <th scope="row">
                  <Link to="/innovations/$id/panel" params={{ id: String(option.id) }}>
                    {option.title}
                  </Link>
                  {!option.is_decided && <span className="field-hint"> ({t.panels.not_decided})</span>}
                </th>
                <td>{option.weighted_sum.score === null ? "–" : format.decimal(option.weighted_sum.score, 2)}</td>
                {option.values.map((value, at) => (
                  <td key={at}>{format.number(value)}</td>
                ))}
                {SECOND_OPINIONS.map((method) => (
                  <td key={method}>{place(option, method)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
