import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useHubWrite } from "../../api/hub_queries";
import { useLanguage, useMessages } from "../../messages/messages";
import { Form, TextField } from "../../parts/form";

/** For administrators: an address, a language and a name; its manager writes the rest. */
export function CreateHub() {
  const t = useMessages();
  const navigate = useNavigate();
  const [slug, set_slug] = useState("");
  const [language, set_language] = useState<string>(useLanguage().language);
  const [name, set_name] = useState("");
  const write = useHubWrite((made) => {
    if (made?.slug) void navigate({ to: "/hubs/$slug", params: { slug: made.slug } });
  });
  const { error } = write;
  return (
    <details className="act-form">
      <summary>{t.hubs.create}</summary>
      <p>{t.hubs.create_intro}</p>
      <Form
        on_submit={() => write.mutate({ path: "", body: { slug, texts: [{ language, name, description: "" }] } })}
        error={error}
        fields={["slug", "texts[0].language", "texts[0].name"]}
        button={t.hubs.do_create}
        busy={write.isPending}
      >
        <TextField label={t.hubs.address} hint={t.hubs.address_hint} name="slug" error={error} value={slug} on_change={set_slug} required maxLength={60} />
        <TextField
          label={t.hubs.language}
          hint={t.hubs.language_hint}
          name="texts[0].language"
          error={error}
          value={language}
          on_change={set_language}
          required
          maxLength={2}
        />
        <TextField label={t.hubs.name} name="texts[0].name" error={error} value={name} on_change={set_name} required />
      </Form>
    </details>
  );
}
