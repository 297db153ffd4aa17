import { useState } from "react";
import type { Hub } from "../../api/hub_types";
import { useFormat } from "../../format/use_format";
import { useLanguage, useMessages } from "../../messages/messages";
import { SelectField, TextArea } from "../../parts/form";
import { text_for } from "./texts";

/** What others copy into a page of theirs. */
export function EmbedSection({ hub }: { hub: Hub }) {
  const t = useMessages();
  const format = useFormat();
  const { language: of_reader } = useLanguage();
  const [language, set_language] = useState(text_for(hub.texts, of_reader).language);
  const [copied, set_copied] = useState(false);
  if (hub.state !== "open") return null;
  const address = `${window.location.origin}/hubs/${hub.slug}/widget?language=${language}`;
  const title = text_for(hub.texts, language).name.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
  const code = `<iframe src="${address}" title="${title}" width="100%" height="560" loading="lazy" style="border:0"></iframe>`;
  return (
    <section aria-labelledby="hub-embed">
      <h2 id="hub-embed">{t.hubs.embed}</h2>
      <p className="hub-intro">{t.hubs.embed_intro}</p>
      <SelectField
        label={t.hubs.language}
        name="language"
        error={null}
        value={language}
        options={hub.texts.map((text) => ({ value: text.language, label: format.language(text.language) }))}
        on_change={(chosen) => {
          set_language(chosen);
          set_copied(false);
        }}
      />
      <TextArea label={t.hubs.embed_code} name="code" error={null} value={code} on_change={() => undefined} readOnly rows={4} />
      <p className="button-row">
        <button type="button" className="button" onClick={() => void navigator.clipboard.writeText(code).then(() => set_copied(true))}>
          {t.hubs.copy}
        </button>
        <a href={address} className="button">
          {t.hubs.embed_look}
        </a>
      </p>
      <p role="status">{copied && t.hubs.copied}</p>
    </section>
  );
}
