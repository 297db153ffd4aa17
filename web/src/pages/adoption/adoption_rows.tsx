import type { Adoption, AdoptionRecord } from "../../api/adoption_types";
import { holds, useAccount } from "../../api/session";
import { useFormat } from "../../format/use_format";
import { useMessages } from "../../messages/messages";
import { CorrectForm } from "./adoption_forms";

/** In the order in which they come first. */
function states_of(records: AdoptionRecord[]): string[] {
  return [...new Set(records.map(({ provider }) => provider.member_state))];
}

/** What the numbers of a state lead to. */
function RowsOfState({ state, records }: { state: string; records: AdoptionRecord[] }) {
  const t = useMessages();
  const format = useFormat();
  const in_use = records.filter((record) => record.in_use).length;
  return (
    <tbody id={`rows-${state}`}>
      <tr>
        <th scope="rowgroup" colSpan={5} className="rows-of-state">
          {t.adoption.rows_of_state(format.country(state), in_use, records.length)}
        </th>
      </tr>
      {records.map(({ id, provider, adopted, stopped, fidelity, source }) => (
        <tr key={id}>
          <th scope="row">{provider.name}</th>
          <td>{format.date(adopted)}</td>
          <td>{stopped === null ? t.adoption.still : format.date(stopped)}</td>
          <td>{fidelity === null ? t.adoption.not_looked : t.adoption.fidelity[fidelity]}</td>
          <td>{source}</td>
        </tr>
      ))}
    </tbody>
  );
}

/** The records behind the numbers, and who was asked and does not use it. */
export function AdoptionRows({ adoption }: { adoption: Adoption }) {
  const t = useMessages();
  const format = useFormat();
  const account = useAccount();
  const { records, replies } = adoption;
  const mine = records.filter(({ provider }) => holds(account, ["national_agency_officer"], provider.member_state));
  return (
    <section aria-labelledby="rows">
      <h2 id="rows">{t.adoption.rows}</h2>
      {records.length === 0 ? (
        <p>{t.adoption.rows_none}</p>
      ) : (
        <div className="table-scroll" role="group" aria-labelledby="rows" tabIndex={0}>
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{t.adoption.column_provider}</th>
                <th scope="col">{t.adoption.column_adopted}</th>
                <th scope="col">{t.adoption.column_stopped}</th>
                <th scope="col">{t.adoption.column_fidelity}</th>
                <th scope="col">{t.adoption.column_source}</th>
              </tr>
            </thead>
            {states_of(records).map((state) => (
              <RowsOfState key={state} state={state} records={records.filter(({ provider }) => provider.member_state === state)} />
            ))}
          </table>
        </div>
      )}
      {mine.map((record) => (
        <CorrectForm key={`${record.id}-${record.revision}`} record={record} />
      ))}
      {replies.length > 0 && (
        <>
          <h3 id="replies">{t.adoption.replies}</h3>
          <div className="table-scroll" role="group" aria-labelledby="replies" tabIndex={0}>
            <table className="table">
              <thead>
                <tr>
                  <th scope="col">{t.adoption.column_provider}</th>
                  <th scope="col">{t.adoption.column_state}</th>
                  <th scope="col">{t.adoption.column_day}</th>
                  <th scope="col">{t.adoption.column_source}</th>
                </tr>
              </thead>
              <tbody>
                {replies.map(({ provider, day, source }) => (
                  <tr key={`${provider.id}-${day}`}>
                    <th scope="row">{provider.name}</th>
                    <td>{format.country(provider.member_state)}</td>
                    <td>{format.date(day)}</td>
                    <td>{source}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </section>
  );
}
