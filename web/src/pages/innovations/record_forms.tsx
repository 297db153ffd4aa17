import { useState } from "react";
import { useInnovationWrite } from "../../api/innovation_queries";
import type { FactKind, Innovation } from "../../api/innovation_types";
import { useMessages } from "../../messages/messages";
import { Form, SelectField, TextArea, TextField } from "../../parts/form";

/** For its team, while it works on it. */
export function RecordForms({ innovation }: { innovation: Innovation }) {
  const { stage, standing, your_roles } = innovation;
  const is_open = standing === "active" && (stage === "identified" || stage === "testing" || stage === "development");
  if (!is_open || !your_roles.some((role) => role === "innovator" || role === "pilot_lead")) return null;
  return (
    <>
      <FactForm innovation={innovation} />
      <ProtocolForm innovation={innovation} />
      {stage === "development" && <EvidenceForm innovation={innovation} />}
    </>
  );
}

function FactForm({ innovation }: { innovation: Innovation }) {
  const t = useMessages();
  const kinds = Object.keys(t.innovation.fact) as FactKind[];
  const [kind, set_kind] = useState<FactKind>(innovation.stage === "testing" ? "lessons" : "ethics_note");
  const [text, set_text] = useState("");
  const write = useInnovationWrite(innovation.id, () => set_text(""));
  const send = () => write.mutate({ path: "/facts", body: { revision: innovation.revision, kind, text } });
  return (
    <details className="act-form">
      <summary>{t.innovation.write_down}</summary>
      <Form on_submit={send} error={write.error} fields={["text"]} button={t.innovation.save} busy={write.isPending}>
        <SelectField
          label={t.innovation.what_it_is}
          name="kind"
          error={write.error}
          value={kind}
          options={kinds.filter((one) => one !== "lessons" || innovation.stage === "testing").map((value) => ({ value, label: t.innovation.fact[value] }))}
          on_change={set_kind}
        />
        <TextArea label={t.innovation.fact_text} name="text" error={write.error} value={text} on_change={set_text} required />
      </Form>
    </details>
  );
}

function ProtocolForm({ innovation }: { innovation: Innovation }) {
  const t = useMessages();
  const amends = innovation.protocols.length > 0;
  const [title, set_title] = useState(innovation.protocols.at(-1)?.title ?? "");
  const [text, set_text] = useState(innovation.protocols.at(-1)?.text ?? "");
  const [reasons, set_reasons] = useState("");
  const write = useInnovationWrite(innovation.id, () => set_reasons(""));
  const send = () => write.mutate({ path: "/protocols", body: { revision: innovation.revision, title, text, ...(amends && { reasons }) } });
  const { error } = write;
  return (
    <details className="act-form">
      <summary>{amends ? t.innovation.amend_protocol : t.innovation.register_protocol}</summary>
      <p>{t.innovation.protocol_why}</p>
      <Form on_submit={send} error={error} fields={["title", "text", "reasons"]} button={amends ? t.innovation.amend_protocol : t.innovation.register_protocol} busy={write.isPending}>
        <TextField label={t.innovation.protocol_title} name="title" error={error} value={title} on_change={set_title} required />
        <TextArea label={t.innovation.protocol_text} name="text" error={error} value={text} on_change={set_text} rows={10} required />
        {amends && <TextArea label={t.innovation.amendment_reasons} name="reasons" error={error} value={reasons} on_change={set_reasons} required />}
      </Form>
    </details>
  );
}

function EvidenceForm({ innovation }: { innovation: Innovation }) {
  const t = useMessages();
  const [lines, set_lines] = useState("");
  const write = useInnovationWrite(innovation.id, () => set_lines(""));
  const links = lines
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .map((line) => {
      const address = line.search(/https?:\/\//);
      return { title: line.slice(0, Math.max(0, address)).trim() || line, link: address < 0 ? line : line.slice(address) };
    });
  const send = () => write.mutate({ path: "/evidence", body: { revision: innovation.revision, links } });
  return (
    <details className="act-form">
      <summary>{t.innovation.freeze}</summary>
      <p>{t.innovation.freeze_why}</p>
      <Form on_submit={send} error={write.error} fields={["links"]} button={t.innovation.freeze} busy={write.isPending}>
        <TextArea label={t.innovation.evidence_links} hint={t.innovation.evidence_links_hint} name="links" error={write.error} value={lines} on_change={set_lines} required />
      </Form>
    </details>
  );
}
