// The first message to an organisation, or about an offer.
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useRouterState } from "@tanstack/react-router";
import { useState } from "react";
import { offer_work_query, usePartnershipWrite } from "../../api/partnership_queries";
import { useAccount } from "../../api/session";
import { useMessages } from "../../messages/messages";
import { Form, SelectField, TextArea, TextField } from "../../parts/form";
import { useScrollToHash } from "../../parts/use_scroll_to_hash";

interface WriteFormProps {
  to: { organisation: number } | { offer: number };
  /** The path of the page, to come back to after signing in. */
  from: string;
  label: string;
  /** By which an address names it, and opens it. */
  hash?: string;
}

export function WriteForm({ to, from, label, hash }: WriteFormProps) {
  const t = useMessages();
  const account = useAccount();
  const is_named = useRouterState({ select: (state) => hash !== undefined && state.location.hash === hash });
  useScrollToHash();
  if (account === undefined) return null;
  return (
    <details className="act-form" id={hash} open={is_named}>
      <summary>{label}</summary>
      <p className="partnership-intro">{t.partnership.write_why}</p>
      {account ? (
        <FirstMessage to={to} />
      ) : (
        <p>
          <Link to="/sign-in" state={{ from }} className="button button-strong">
            {t.account.sign_in}
          </Link>
        </p>
      )}
    </details>
  );
}

function FirstMessage({ to }: Pick<WriteFormProps, "to">) {
  const t = useMessages();
  const words = t.partnership;
  const navigate = useNavigate();
  const work = useQuery(offer_work_query).data;
  const [subject, set_subject] = useState("");
  const [text, set_text] = useState("");
  const [spoken_for, set_spoken_for] = useState("");
  const write = usePartnershipWrite((made) => {
    if (made) void navigate({ to: "/messages/$id", params: { id: String(made.id) } });
  });
  const send = () =>
    write.mutate({
      path: "/conversations",
      body: { ...to, subject, text, ...(spoken_for && { for_organisation: Number(spoken_for) }) },
    });
  const { error } = write;
  return (
    <Form on_submit={send} error={error} fields={["subject", "text"]} button={words.send} busy={write.isPending}>
      {work && work.organisations.length > 0 && (
        <SelectField
          label={words.for_organisation}
          name="for_organisation"
          error={error}
          value={spoken_for}
          options={[
            { value: "", label: words.for_nobody },
            ...work.organisations.map(({ id, name }) => ({ value: String(id), label: name ?? String(id) })),
          ]}
          on_change={set_spoken_for}
        />
      )}
      <TextField label={words.subject} name="subject" error={error} value={subject} on_change={set_subject} required />
      <TextArea
        label={words.message}
        hint={words.message_hint}
        name="text"
        error={error}
        value={text}
        on_change={set_text}
        rows={6}
        required
      />
    </Form>
  );
}
