import { useState } from "react";
import type { Application, ItemOfApplication } from "../../api/application_types";
import type { LevelName } from "../../api/types";
import { useMessages } from "../../messages/messages";
import { Form, SelectField } from "../../parts/form";
import { useLevelOptions } from "./level_choice";
import { useApplicationWrite } from "./use_application_write";

interface TargetFormProps {
  application: Application;
  item: ItemOfApplication;
  on_done: () => void;
}

/** The level that is aimed at for one item; the others' own targets are sent along as they are. */
export function TargetForm({ application, item, on_done }: TargetFormProps) {
  const t = useMessages();
  const levels = useLevelOptions(t.application.no_target);
  const write = useApplicationWrite(application, on_done);
  const [level, set_level] = useState<LevelName | "">(item.target?.name ?? "");
  const submit = () => {
    const others = application.items.flatMap(({ key, target, target_inherited }) =>
      target && !target_inherited && key !== item.key ? [{ item: key, level: target.name }] : [],
    );
    const targets = level === "" ? others : [...others, { item: item.key, level }];
    write.mutate({ method: "PUT", path: "targets", body: { targets } });
  };
  return (
    <Form on_submit={submit} error={write.error} fields={[]} button={t.application.forms.save} busy={write.isPending}>
      <SelectField label={t.application.forms.target_level} name="targets" error={write.error} value={level} options={levels} on_change={set_level} />
    </Form>
  );
}
