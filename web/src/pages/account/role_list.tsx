import type { RoleGrant } from "../../api/account_types";
import { useFormat } from "../../format/use_format";
import { useMessages } from "../../messages/messages";

export function RoleList({ grants }: { grants: readonly RoleGrant[] }) {
  const name_of = useGrantName();
  return (
    <ul>
      {grants.map((grant) => (
        <li key={grant.role + grant.scope}>{name_of(grant)}</li>
      ))}
    </ul>
  );
}

/** "Representative of a Member State, Portugal" */
export function useGrantName(): (grant: RoleGrant) => string {
  const t = useMessages();
  const format = useFormat();
  return ({ role, scope_kind, scope }) => {
    const name = t.account.role_name[role] ?? role;
    if (scope === "") return name;
    return `${name}, ${scope_kind === "member_state" ? format.country(scope) : scope}`;
  };
}
