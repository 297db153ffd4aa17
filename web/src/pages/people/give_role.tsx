import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { Account } from "../../api/account_types";
import { people_query, useSend } from "../../api/session";
import { useMessages } from "../../messages/messages";
import { Form, SelectField, TextField } from "../../parts/form";

/** What everybody is without being given it. */
const NEVER_GIVEN = ["visitor", "member"];

export function GiveRole({ account, on_done }: { account: Account; on_done: () => void }) {
  const t = useMessages();
  const send = useSend();
  const queries = useQueryClient();
  const options = Object.entries(t.account.role_name)
    .filter(([role]) => !NEVER_GIVEN.includes(role))
    .map(([value, label]) => ({ value, label }));
  const [role, set_role] = useState("member_state_representative");
  const [scope, set_scope] = useState("");
  const give = useMutation({
    mutationFn: () => send("POST", `/api/v1/accounts/${account.person}/grants`, { role, scope }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: people_query.queryKey });
      on_done();
    },
  });
  return (
    <Form on_submit={give.mutate} error={give.error} fields={["role", "scope"]} button={t.account.give} busy={give.isPending}>
      <SelectField label={t.account.role} name="role" error={give.error} value={role} options={options} on_change={set_role} />
      <TextField label={t.account.scope} hint={t.account.scope_hint} name="scope" error={give.error} value={scope} on_change={set_scope} />
    </Form>
  );
}
