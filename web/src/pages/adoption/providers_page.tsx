// The providers among whom adoption is counted: how many each state has, and what each of them uses.
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { providers_query } from "../../api/adoption_queries";
import type { Provider, ProviderList } from "../../api/adoption_types";
import { useFormat } from "../../format/use_format";
import { useMessages } from "../../messages/messages";
import { Failure } from "../../parts/failure";
import { PageSkeleton } from "../../parts/page_skeleton";
import { usePageTitle } from "../../parts/page_title";
import { useScrollToHash } from "../../parts/use_scroll_to_hash";
import "./adoption.css";

export function ProvidersPage() {
  const t = useMessages();
  const { data, error, refetch } = useQuery(providers_query);
  usePageTitle(t.adoption.providers);
  if (error) return <Failure error={error} on_retry={() => void refetch()} />;
  return data ? <ProvidersByState list={data} /> : <PageSkeleton />;
}

const uses_something = ({ adoptions }: Provider) => adoptions.some(({ in_use }) => in_use);

function ProvidersByState({ list }: { list: ProviderList }) {
  const t = useMessages();
  const format = useFormat();
  useScrollToHash();
  const states = [...new Set(list.providers.map(({ member_state }) => member_state))];
  const of_state = (state: string) => list.providers.filter(({ member_state }) => member_state === state);
  return (
    <article className="adoption">
      <h1>{t.adoption.providers}</h1>
      <p className="readable">{t.adoption.providers_intro}</p>
      <p className="missing">
        {t.adoption.as_of(format.date(list.as_of) ?? list.as_of)} {t.adoption.providers_source}
      </p>
      {states.length === 0 ? (
        <p>{t.adoption.providers_none}</p>
      ) : (
        <StateTable states={states} of_state={of_state} />
      )}
      {states.map((state) => (
        <section key={state} aria-labelledby={state}>
          <h2 id={state}>{format.country(state)}</h2>
          <ProviderTable state={state} providers={of_state(state)} />
        </section>
      ))}
    </article>
  );
}

interface StateTableProps {
  states: string[];
  of_state: (state: string) => Provider[];
}

function StateTable({ states, of_state }: StateTableProps) {
  const t = useMessages();
  const format = useFormat();
  return (
    <div className="table-scroll" role="group" aria-label={t.adoption.by_state} tabIndex={0}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t.adoption.column_state}</th>
            <th scope="col">{t.adoption.column_in_scope}</th>
            <th scope="col">{t.adoption.column_uses_something}</th>
          </tr>
        </thead>
        <tbody>
          {states.map((state) => (
            <tr key={state}>
              <th scope="row">{format.country(state)}</th>
              <td>
                <a href={`#${state}`}>{format.number(of_state(state).length)}</a>
              </td>
              <td>
                <a href={`#${state}`}>{format.number(of_state(state).filter(uses_something).length)}</a>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function ProviderTable({ state, providers }: { state: string; providers: Provider[] }) {
  const t = useMessages();
  const format = useFormat();
  return (
    <div className="table-scroll" role="group" aria-labelledby={state} tabIndex={0}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t.adoption.column_provider}</th>
            <th scope="col">{t.adoption.learners}</th>
            <th scope="col">{t.adoption.column_adopted_what}</th>
          </tr>
        </thead>
        <tbody>
          {providers.map(({ id, name, organisation, learners, adoptions }) => (
            <tr key={id}>
              <th scope="row">
                {organisation === null ? (
                  name
                ) : (
                  <Link to="/organisations/$id" params={{ id: organisation }}>
                    {name}
                  </Link>
                )}
              </th>
              <td>{learners === null ? t.adoption.not_known : format.number(learners)}</td>
              <td>{adoptions.length === 0 ? t.adoption.adopted_nothing : <AdoptionList adoptions={adoptions} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function AdoptionList({ adoptions }: Pick<Provider, "adoptions">) {
  const t = useMessages();
  const format = useFormat();
  return (
    <ul className="adopted-list">
      {adoptions.map(({ id, innovation, adopted, stopped }) => (
        <li key={id}>
          <Link to="/innovations/$id/adoption" params={{ id: String(innovation.id) }} hash="rows">
            {innovation.title}
          </Link>{" "}
          {stopped === null
            ? t.adoption.used_since(format.date(adopted) ?? adopted)
            : t.adoption.used_from_to(format.date(adopted) ?? adopted, format.date(stopped) ?? stopped)}
        </li>
      ))}
    </ul>
  );
}
