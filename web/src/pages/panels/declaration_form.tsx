import { useState } from "react";
import { usePanelWrite } from "../../api/panel_queries";
import type { Panel } from "../../api/panel_types";
import { useMessages } from "../../messages/messages";
import { Form, SelectField, TextArea } from "../../parts/form";

/** Interests, before one scores; somebody who finds one later declares it here as well. */
export function DeclarationForm({ panel }: { panel: Panel }) {
  const t = useMessages();
  const write = usePanelWrite(panel.innovation.id);
  const has_declared = panel.reviewers.some(({ is_you, standing }) => is_you && standing === "declared");
  const [interest, set_interest] = useState<"no" | "yes">("no");
  const [declaration, set_declaration] = useState("");
  const chosen = has_declared ? "yes" : interest;
  const options = [
    { value: "no" as const, label: t.panels.no_interest },
    { value: "yes" as const, label: t.panels.an_interest },
  ];
  return (
    <details className="act-form" open={!has_declared}>
      <summary>{t.panels.declare}</summary>
      <p>{t.panels.declare_why}</p>
      <Form
        on_submit={() => write.mutate({ path: "/declarations", body: { revision: panel.revision, has_interest: chosen === "yes", declaration } })}
        error={write.error}
        fields={["declaration"]}
        button={t.panels.do_declare}
        busy={write.isPending}
      >
        <SelectField
          label={t.panels.interest}
          name="has_interest"
          error={write.error}
          value={chosen}
          options={has_declared ? options.slice(1) : options}
          on_change={set_interest}
        />
        <TextArea label={t.panels.declaration} name="declaration" error={write.error} value={declaration} on_change={set_declaration} required />
      </Form>
    </details>
  );
}
