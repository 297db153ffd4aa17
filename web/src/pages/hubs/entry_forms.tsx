import { useState, type ReactNode } from "react";
import { useHubWrite } from "../../api/hub_queries";
import type { Hub } from "../../api/hub_types";
import { useFormat } from "../../format/use_format";
import { useLanguage, useMessages } from "../../messages/messages";
import { Form, SelectField, TextArea, TextField } from "../../parts/form";
import { CallItem } from "./calls_section";
import { NewsItem } from "./news_section";
import { Said } from "./said";
import { project_of, text_for } from "./texts";

const today = () => new Date().toISOString().slice(0, 10);

/** The reader's language first, where the hub has it. */
function useHubLanguage(hub: Hub) {
  const { language } = useLanguage();
  return useState(text_for(hub.texts, language).language);
}

interface LanguageFieldProps {
  hub: Hub;
  error: unknown;
  value: string;
  on_change: (language: string) => void;
}

function LanguageField({ hub, error, value, on_change }: LanguageFieldProps) {
  const t = useMessages();
  const format = useFormat();
  const options = hub.texts.map(({ language }) => ({ value: language, label: format.language(language) }));
  return <SelectField label={t.hubs.language} name="language" error={error} value={value} options={options} on_change={on_change} />;
}

function Preview({ children }: { children: ReactNode }) {
  const t = useMessages();
  return (
    <div className="hub-preview" role="group" aria-label={t.hubs.preview}>
      {children}
    </div>
  );
}

export function WriteNews({ hub }: { hub: Hub }) {
  const t = useMessages();
  const [language, set_language] = useHubLanguage(hub);
  const [title, set_title] = useState("");
  const [body, set_body] = useState("");
  const [day, set_day] = useState(today);
  const write = useHubWrite(() => {
    set_title("");
    set_body("");
  });
  const { error } = write;
  return (
    <details className="act-form">
      <summary>{t.hubs.write_news}</summary>
      <Form
        on_submit={() => write.mutate({ path: `/${hub.slug}/news`, body: { revision: hub.revision, language, title, body, day } })}
        error={error}
        fields={["language", "title", "body", "day"]}
        button={t.hubs.publish}
        busy={write.isPending}
      >
        <LanguageField hub={hub} error={error} value={language} on_change={set_language} />
        <TextField label={t.hubs.news_title} name="title" error={error} value={title} on_change={set_title} required />
        <TextArea label={t.hubs.news_body} name="body" error={error} value={body} on_change={set_body} rows={5} required />
        <TextField label={t.hubs.news_day} name="day" error={error} value={day} on_change={set_day} type="date" max={today()} required />
        {title.trim() !== "" && (
          <Preview>
            <NewsItem news={{ language, title, body, day, role: hub.curators.role }} />
          </Preview>
        )}
      </Form>
    </details>
  );
}

export function AddCall({ hub }: { hub: Hub }) {
  const t = useMessages();
  const [language, set_language] = useHubLanguage(hub);
  const [call, set_call] = useState("");
  const [note, set_note] = useState("");
  const [deadline, set_deadline] = useState("");
  const [link, set_link] = useState("");
  const write = useHubWrite(() => {
    set_call("");
    set_note("");
    set_link("");
  });
  const { error } = write;
  return (
    <details className="act-form">
      <summary>{t.hubs.add_call}</summary>
      <Form
        on_submit={() => write.mutate({ path: `/${hub.slug}/calls`, body: { revision: hub.revision, call, language, note, deadline, link } })}
        error={error}
        fields={["call", "language", "note", "deadline", "link"]}
        button={t.hubs.do_add}
        busy={write.isPending}
      >
        <TextField label={t.hubs.call_name} hint={t.hubs.call_hint} name="call" error={error} value={call} on_change={set_call} required />
        <TextField label={t.hubs.deadline} name="deadline" error={error} value={deadline} on_change={set_deadline} type="date" min={today()} required />
        <TextField label={t.hubs.link} name="link" error={error} value={link} on_change={set_link} type="url" required />
        <LanguageField hub={hub} error={error} value={language} on_change={set_language} />
        <TextArea label={t.hubs.note} name="note" error={error} value={note} on_change={set_note} />
        {call.trim() !== "" && deadline !== "" && (
          <Preview>
            <CallItem call={{ call, language, note, deadline, link }} />
          </Preview>
        )}
      </Form>
    </details>
  );
}

export function AddHighlight({ hub }: { hub: Hub }) {
  const t = useMessages();
  const [language, set_language] = useHubLanguage(hub);
  const [project, set_project] = useState("");
  const [reason, set_reason] = useState("");
  const write = useHubWrite(() => {
    set_project("");
    set_reason("");
  });
  const { error } = write;
  return (
    <details className="act-form">
      <summary>{t.hubs.add_highlight}</summary>
      <Form
        on_submit={() =>
          write.mutate({ path: `/${hub.slug}/highlights`, body: { revision: hub.revision, project: project_of(project), language, reason } })
        }
        error={error}
        fields={["project", "language", "reason"]}
        button={t.hubs.do_add}
        busy={write.isPending}
      >
        <TextField label={t.hubs.project} hint={t.hubs.project_hint} name="project" error={error} value={project} on_change={set_project} required />
        <LanguageField hub={hub} error={error} value={language} on_change={set_language} />
        <TextArea label={t.hubs.reason} name="reason" error={error} value={reason} on_change={set_reason} rows={2} required />
        {reason.trim() !== "" && (
          <Preview>
            <p>{project_of(project)}</p>
            <Said text={reason} language={language} />
          </Preview>
        )}
      </Form>
    </details>
  );
}
