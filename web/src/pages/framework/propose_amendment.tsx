import { useState } from "react";
import { useAccount } from "../../api/session";
import type { FrameworkVersion } from "../../api/types";
import { useMessages } from "../../messages/messages";
import { Form, SelectField, TextArea } from "../../parts/form";
import { useFrameworkWrite } from "./use_framework_write";

/** For members, while a version is in consultation. */
export function ProposeAmendment({ version }: { version: FrameworkVersion }) {
  const t = useMessages();
  const account = useAccount();
  const [item, set_item] = useState("");
  const [after, set_after] = useState("");
  const [reason, set_reason] = useState("");
  const propose = useFrameworkWrite(() => {
    set_after("");
    set_reason("");
  });
  if (version.state !== "consultation") return null;
  if (!account) return <p>{t.framework.amend_sign_in}</p>;
  const text_of = (key: string) => version.items.find((one) => one.key === key)?.text ?? "";
  const choose = (key: string) => {
    set_item(key);
    if (after === "" || after === text_of(item)) set_after(text_of(key));
  };
  const submit = () =>
    propose.mutate({ path: `versions/${version.number}/amendments`, body: { item, before: text_of(item), after, reason } });
  const options = [
    { value: "", label: t.framework.whole_version },
    ...version.items.map((one) => ({ value: one.key, label: `${one.key} ${one.name}` })),
  ];
  return (
    <>
      <h3>{t.framework.propose_amendment}</h3>
      <Form on_submit={submit} error={propose.error} fields={["item", "after", "reason"]} button={t.framework.propose_amendment} busy={propose.isPending}>
        <SelectField label={t.framework.amend_item} name="item" error={propose.error} value={item} options={options} on_change={choose} />
        <TextArea label={t.framework.after} name="after" rows={5} required error={propose.error} value={after} on_change={set_after} />
        <TextArea label={t.framework.amend_reason} name="reason" required error={propose.error} value={reason} on_change={set_reason} />
      </Form>
    </>
  );
}
