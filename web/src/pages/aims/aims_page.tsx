// Which Member States there is something to count the two aims from.
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { aim_states_query } from "../../api/aims_queries";
import { useFormat } from "../../format/use_format";
import { useMessages } from "../../messages/messages";
import { Failure } from "../../parts/failure";
import { Origin } from "../../parts/origin";
import { PageSkeleton } from "../../parts/page_skeleton";
import { usePageTitle } from "../../parts/page_title";
import "./aims.css";
import { IN_CATALOGUE } from "./vet_providers";

export function AimsPage() {
  const t = useMessages();
  const format = useFormat();
  const { data, error, refetch } = useQuery(aim_states_query);
  usePageTitle(t.aims.heading);
  if (error) return <Failure error={error} on_retry={() => void refetch()} />;
  if (!data) return <PageSkeleton />;
  const { states, as_of } = data;
  return (
    <article className="aims">
      <h1>{t.aims.heading}</h1>
      <p className="aims-intro">{t.aims.intro}</p>
      <Origin as_of={as_of} of="aims" />
      {states.length === 0 ? (
        <p>{t.aims.no_states}</p>
      ) : (
        <div className="table-scroll" role="group" aria-label={t.aims.states} tabIndex={0}>
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{t.aims.column_state}</th>
                <th scope="col">{t.aims.column_in_catalogue}</th>
                <th scope="col">{t.aims.column_listed}</th>
                <th scope="col">{t.aims.column_answered}</th>
                <th scope="col">{t.aims.column_in_scope}</th>
              </tr>
            </thead>
            <tbody>
              {states.map((one) => (
                <tr key={one.state}>
                  <th scope="row">
                    <Link to="/aims/$state" params={{ state: one.state }}>
                      {format.country(one.state)}
                    </Link>
                  </th>
                  <td>
                    <Link to="/aims/$state" params={{ state: one.state }} hash={IN_CATALOGUE}>
                      {format.number(one.vet_providers_in_catalogue)}
                    </Link>
                  </td>
                  <td>
                    {one.providers_listed === 0 ? (
                      format.number(0)
                    ) : (
                      <Link to="/providers" hash={one.state}>
                        {format.number(one.providers_listed)}
                      </Link>
                    )}
                  </td>
                  <td>
                    <Link to="/aims/$state" params={{ state: one.state }} hash="answers">
                      {format.number(one.providers_answered)}
                    </Link>
                  </td>
                  <td>
                    {one.providers_in_scope === null ? (
                      t.aims.not_known
                    ) : (
                      <Link to="/aims/$state" params={{ state: one.state }} hash="incidence">
                        {format.number(one.providers_in_scope)}
                      </Link>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </article>
  );
}
