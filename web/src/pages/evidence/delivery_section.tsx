import type { Delivery, Pilot } from "../../api/pilot_types";
import { useFormat } from "../../format/use_format";
import { useMessages } from "../../messages/messages";
import { DeliveryForm } from "./delivery_form";

/** What a pilot cost, how much of it was held, under which circumstances; and where its lead enters that. */
export function DeliverySection({ pilot }: { pilot: Pilot }) {
  const t = useMessages();
  const { delivery } = pilot;
  return (
    <section aria-labelledby="delivery">
      <h2 id="delivery">{t.pilot.delivery}</h2>
      {delivery ? <DeliveryFacts delivery={delivery} /> : <p>{t.pilot.delivery_none}</p>}
      <DeliveryForm key={pilot.revision} pilot={pilot} />
    </section>
  );
}

export function DeliveryFacts({ delivery }: { delivery: Delivery }) {
  const t = useMessages();
  const { per_learner_eur, learners, has_costs, total_eur, running_eur, sessions_planned, sessions_delivered, fidelity, context, costs } = delivery;
  return (
    <>
      <p>
        {per_learner_eur !== null && (
          <>
            <strong>{t.pilot.per_learner(t.pilot.money(per_learner_eur))}</strong> {learners !== null && t.pilot.by_starters(learners)}
          </>
        )}
        {per_learner_eur === null && (has_costs ? t.pilot.per_learner_unknown : t.pilot.costs_missing)}
      </p>
      {has_costs && total_eur === null && <p className="missing">{t.pilot.costs_left_out}</p>}
      {costs.length > 0 && <CostTable costs={costs} total={total_eur} running={running_eur} />}
      <p>
        {sessions_planned !== null && sessions_delivered !== null && fidelity !== null
          ? t.pilot.sessions(sessions_delivered, sessions_planned, fidelity)
          : t.pilot.sessions_missing}
      </p>
      {context && (
        <>
          <h3>{t.pilot.context}</h3>
          <p className="readable">{context}</p>
        </>
      )}
    </>
  );
}

function CostTable({ costs, total, running }: { costs: Delivery["costs"]; total: number | null; running: number | null }) {
  const t = useMessages();
  const format = useFormat();
  return (
    <div className="table-scroll" role="group" aria-labelledby="delivery" tabIndex={0}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t.pilot.column_what}</th>
            <th scope="col">{t.pilot.column_kind}</th>
            <th scope="col">{t.pilot.column_cost}</th>
          </tr>
        </thead>
        <tbody>
          {costs.map(({ kind, what, amount_eur, hours, cost_eur }, at) => (
            <tr key={at}>
              <th scope="row">{what}</th>
              <td>
                {t.pilot.cost_kind[kind]}
                {hours !== null && ` (${t.pilot.hours_at(format.number(hours), t.pilot.money(amount_eur))})`}
              </td>
              <td>{t.pilot.money(cost_eur)}</td>
            </tr>
          ))}
          {total !== null && (
            <tr>
              <th scope="row">{t.pilot.total}</th>
              <td>{running !== null && t.pilot.running(t.pilot.money(running))}</td>
              <td>{t.pilot.money(total)}</td>
            </tr>
          )}
        </tbody>
      </table>
    </div>
  );
}
