import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { holds, useAccount } from "../../api/session";
import type { FrameworkVersion, VersionSummary } from "../../api/types";
import { useMessages } from "../../messages/messages";
import { Form, SelectField, TextField } from "../../parts/form";
import { useFrameworkWrite } from "./use_framework_write";

/** For stewards: begins the next version with the text of an earlier one. */
export function DraftVersion({ versions }: { versions: VersionSummary[] }) {
  const t = useMessages();
  const account = useAccount();
  const navigate = useNavigate();
  const newest = versions.at(-1)?.number ?? "";
  const [based_on, set_based_on] = useState(newest);
  const [number, set_number] = useState("");
  const [title, set_title] = useState("");
  const draft = useFrameworkWrite<FrameworkVersion>((made) => void navigate({ to: "/framework/$number", params: { number: made.number } }));
  if (!holds(account, ["framework_steward"])) return null;
  const submit = () => draft.mutate({ path: "versions", body: { number, title, ...(based_on !== "" && { based_on }) } });
  const bases = [...versions.map((one) => ({ value: one.number, label: `${one.number} ${one.title}` })), { value: "", label: t.framework.based_on_none }];
  return (
    <section aria-labelledby="draft">
      <h2 id="draft">{t.framework.draft_version}</h2>
      <Form on_submit={submit} error={draft.error} fields={["number", "title", "based_on"]} button={t.framework.draft_version} busy={draft.isPending}>
        <SelectField label={t.framework.draft_from} name="based_on" error={draft.error} value={based_on} options={bases} on_change={set_based_on} />
        <TextField label={t.framework.column_version} hint={t.framework.number_hint} name="number" required error={draft.error} value={number} on_change={set_number} />
        <TextField label={t.framework.column_title} name="title" required error={draft.error} value={title} on_change={set_title} />
      </Form>
    </section>
  );
}
