import { useState } from "react";
import type { Application, ItemOfApplication } from "../../api/application_types";
import type { LevelName } from "../../api/types";
import { useMessages } from "../../messages/messages";
import { Form, SelectField, TextArea } from "../../parts/form";
import { useLevelOptions } from "./level_choice";
import { useApplicationWrite } from "./use_application_write";

interface ReviewFormProps {
  application: Application;
  item: ItemOfApplication;
  on_done: () => void;
}

/** The level that a peer from another state sees, with reasons. */
export function ReviewForm({ application, item, on_done }: ReviewFormProps) {
  const t = useMessages();
  const words = t.application.forms;
  const levels = useLevelOptions();
  const write = useApplicationWrite(application, on_done);
  const [level, set_level] = useState<LevelName | "">(item.peer_reviewed?.name ?? "absent");
  const [reasons, set_reasons] = useState("");
  const submit = () => write.mutate({ path: "reviews", body: { item: item.key, level, reasons } });
  return (
    <Form on_submit={submit} error={write.error} fields={["level", "reasons"]} button={words.save} busy={write.isPending}>
      <SelectField label={words.review_level} name="level" error={write.error} value={level} options={levels} on_change={set_level} />
      <TextArea label={words.reasons} hint={words.review_hint} name="reasons" required error={write.error} value={reasons} on_change={set_reasons} />
    </Form>
  );
}
