import { useState } from "react";
import { useInnovationWrite } from "../../api/innovation_queries";
import type { Innovation } from "../../api/innovation_types";
import { useMessages } from "../../messages/messages";
import { Form, TextArea } from "../../parts/form";
import { Duplicates } from "./duplicates";

/** What it may repeat, while it is identified; its innovators and the chair say in what it differs. */
export function ToldApart({ innovation }: { innovation: Innovation }) {
  const t = useMessages();
  const [reasons, set_reasons] = useState("");
  const write = useInnovationWrite(innovation.id, () => set_reasons(""));
  const [first] = innovation.duplicates;
  if (!first) return null;
  const may = innovation.your_roles.includes("innovator") || innovation.your_roles.includes("panel_chair");
  const send = () =>
    write.mutate({ path: "/distinctions", body: { revision: innovation.revision, earlier: first.id, reasons } });
  return (
    <>
      <Duplicates duplicates={innovation.duplicates} />
      {may && (
        <details className="act-form">
          <summary>{t.innovation.tell_apart(first.title)}</summary>
          <Form on_submit={send} error={write.error} fields={["reasons"]} button={t.innovation.save} busy={write.isPending}>
            <TextArea label={t.innovation.differs} name="reasons" error={write.error} value={reasons} on_change={set_reasons} required />
          </Form>
        </details>
      )}
    </>
  );
}
