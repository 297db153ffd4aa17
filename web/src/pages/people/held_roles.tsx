import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Account, RoleGrant } from "../../api/account_types";
import { people_query, useSend } from "../../api/session";
import { useMessages } from "../../messages/messages";
import { Refusal } from "../../parts/form";
import { CloseIcon } from "../../parts/icons";
import { useGrantName } from "../account/role_list";

export function HeldRoles({ account, name }: { account: Account; name: string }) {
  const t = useMessages();
  const name_of = useGrantName();
  const send = useSend();
  const queries = useQueryClient();
  const take_back = useMutation({
    mutationFn: ({ role, scope }: RoleGrant) =>
      send("DELETE", `/api/v1/accounts/${account.person}/grants/${role}?scope=${encodeURIComponent(scope)}`),
    onSuccess: () => queries.invalidateQueries({ queryKey: people_query.queryKey }),
  });
  return (
    <>
      {account.grants.map((grant) => (
        <button
          key={grant.role + grant.scope}
          type="button"
          className="chip"
          aria-label={t.account.take_back(name_of(grant), name)}
          onClick={() => take_back.mutate(grant)}
        >
          {name_of(grant)}
          <CloseIcon />
        </button>
      ))}
      <Refusal error={take_back.error} />
    </>
  );
}
