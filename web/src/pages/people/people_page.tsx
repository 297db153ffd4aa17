// Who has an account, and what they may do: for administrators.
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Account } from "../../api/account_types";
import { people_query } from "../../api/session";
import { useMessages } from "../../messages/messages";
import { Failure } from "../../parts/failure";
import { PageSkeleton } from "../../parts/page_skeleton";
import { usePageTitle } from "../../parts/page_title";
import { GiveRole } from "./give_role";
import { HeldRoles } from "./held_roles";

export function PeoplePage() {
  const t = useMessages();
  usePageTitle(t.account.people);
  const { data, error, refetch } = useQuery(people_query);
  if (error) return <Failure error={error} on_retry={() => void refetch()} />;
  if (!data) return <PageSkeleton />;
  return (
    <>
      <h1>{t.account.people}</h1>
      <p>{t.account.people_intro}</p>
      <div className="table-scroll" role="group" aria-label={t.account.people} tabIndex={0}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t.account.person}</th>
              <th scope="col">{t.account.mail}</th>
              <th scope="col">{t.account.held_roles}</th>
              <th scope="col">{t.account.give}</th>
            </tr>
          </thead>
          <tbody>
            {data.map((account) => (
              <PersonRow key={account.person} account={account} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function PersonRow({ account }: { account: Account }) {
  const t = useMessages();
  const [giving, set_giving] = useState(false);
  const name = account.name || account.mail || String(account.person);
  return (
    <tr>
      <th scope="row">
        {account.name || `№ ${account.person}`}
        {account.state === "erased" && ` (${t.account.erased})`}
        {account.state === "active" && account.verified_at === null && ` (${t.account.unconfirmed})`}
      </th>
      <td>{account.mail}</td>
      <td>
        <HeldRoles account={account} name={name} />
      </td>
      <td>
        {giving && <GiveRole account={account} on_done={() => set_giving(false)} />}
        {!giving && account.state === "active" && (
          <button type="button" className="button button-small" onClick={() => set_giving(true)}>
            {t.account.give_to(name)}
          </button>
        )}
      </td>
    </tr>
  );
}
