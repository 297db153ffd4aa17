import { useState } from "react";
import type { Application, ItemOfApplication, ItemStatus } from "../../api/application_types";
import { useMessages } from "../../messages/messages";
import { Form, SelectField, TextArea, TextField } from "../../parts/form";
import { useLevelOptions } from "./level_choice";
import { useApplicationWrite } from "./use_application_write";

const STATUS: readonly ItemStatus[] = ["not_started", "partly", "in_place", "not_applicable"];

interface EditItemFormProps {
  application: Application;
  item: ItemOfApplication;
  on_done: () => void;
}

/** What a state or region says of one item. */
export function EditItemForm({ application, item, on_done }: EditItemFormProps) {
  const t = useMessages();
  const words = t.application.forms;
  const levels = useLevelOptions(words.no_level);
  const write = useApplicationWrite(application, on_done);
  const [said, set_said] = useState({
    status: item.status ?? "not_started",
    self_assessed: item.self_assessed?.name ?? "",
    adaptation: item.adaptation,
    explanation: item.explanation,
    evidence: item.evidence_links.join("\n"),
    responsible_body: item.responsible_body,
    from: item.from ?? "",
    until: item.until ?? "",
  });
  const change = (part: Partial<typeof said>) => set_said({ ...said, ...part });
  const submit = () => {
    const { evidence, ...rest } = said;
    const evidence_links = evidence.split("\n").map((line) => line.trim()).filter((line) => line !== "");
    const dates = { from: said.from || null, until: said.until || null };
    write.mutate({ method: "PUT", path: `items/${item.key}`, body: { ...rest, ...dates, self_assessed: said.self_assessed || null, evidence_links } });
  };
  const common = { error: write.error };
  return (
    <Form on_submit={submit} error={write.error} fields={["status", "self_assessed", "from", "until"]} button={words.save} busy={write.isPending}>
      <SelectField {...common} label={words.status} name="status" value={said.status} options={STATUS.map((value) => ({ value, label: t.application.status[value] }))} on_change={(status) => change({ status })} />
      <SelectField {...common} label={words.self} name="self_assessed" value={said.self_assessed} options={levels} on_change={(self_assessed) => change({ self_assessed })} />
      <TextArea {...common} label={t.application.adaptation} hint={words.adaptation_hint} name="adaptation" value={said.adaptation} on_change={(adaptation) => change({ adaptation })} />
      <TextArea {...common} label={t.application.explanation} hint={words.explanation_hint} name="explanation" value={said.explanation} on_change={(explanation) => change({ explanation })} />
      <TextArea {...common} label={t.application.evidence} hint={words.evidence_hint} name="evidence_links" value={said.evidence} on_change={(evidence) => change({ evidence })} />
      <TextField {...common} label={t.application.responsible} name="responsible_body" value={said.responsible_body} on_change={(responsible_body) => change({ responsible_body })} />
      <TextField {...common} label={words.from} name="from" type="date" value={said.from} on_change={(from) => change({ from })} />
      <TextField {...common} label={words.until} name="until" type="date" value={said.until} on_change={(until) => change({ until })} />
    </Form>
  );
}
