import { useState } from "react";
import { holds, useAccount } from "../../api/session";
import { useMessages } from "../../messages/messages";
import { Form, SelectField, TextArea, TextField } from "../../parts/form";
import { entitled_states, UnreadableLine } from "./entitled_states";
import { useFrameworkWrite } from "./use_framework_write";

type Majority = "qualified" | "unanimity";

/** For stewards: how versions are agreed on, and by whom. */
export function SetRule() {
  const t = useMessages();
  const account = useAccount();
  const [majority, set_majority] = useState<Majority>("qualified");
  const [quorum, set_quorum] = useState("50");
  const [states, set_states] = useState("55");
  const [population, set_population] = useState("");
  const [entitled, set_entitled] = useState("");
  const [unreadable, set_unreadable] = useState<Error>();
  const set_rule = useFrameworkWrite();
  if (!holds(account, ["framework_steward"])) return null;
  const submit = () => {
    const read = entitled_states(entitled);
    set_unreadable(read instanceof UnreadableLine ? new Error(t.framework.entitled_unreadable(read.line)) : undefined);
    if (read instanceof UnreadableLine) return;
    set_rule.mutate({
      path: "rules",
      body: {
        majority,
        quorum_percent: Number(quorum),
        ...(majority === "qualified" && { states_percent: Number(states) }),
        ...(majority === "qualified" && population !== "" && { population_percent: Number(population) }),
        entitled: read,
      },
    });
  };
  const percent = { type: "number", min: 0, max: 100 } as const;
  const error = unreadable ?? set_rule.error;
  return (
    <details>
      <summary>{t.framework.set_rule}</summary>
      <Form on_submit={submit} error={error} fields={["quorum_percent", "states_percent", "population_percent", "entitled"]} button={t.framework.set_rule} busy={set_rule.isPending}>
        <SelectField
          label={t.framework.majority}
          name="majority"
          error={error}
          value={majority}
          options={[
            { value: "qualified", label: t.framework.qualified },
            { value: "unanimity", label: t.framework.unanimity },
          ]}
          on_change={set_majority}
        />
        <TextField {...percent} label={t.framework.quorum} name="quorum_percent" required error={error} value={quorum} on_change={set_quorum} />
        {majority === "qualified" && (
          <>
            <TextField {...percent} label={t.framework.states_percent} name="states_percent" required error={error} value={states} on_change={set_states} />
            <TextField {...percent} label={t.framework.population_percent} name="population_percent" error={error} value={population} on_change={set_population} />
          </>
        )}
        <TextArea label={t.framework.entitled} hint={t.framework.entitled_hint} name="entitled" rows={6} required error={error} value={entitled} on_change={set_entitled} />
      </Form>
    </details>
  );
}
