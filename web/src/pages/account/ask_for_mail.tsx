// A form that asks for a mail address and then says that a mail is on its way; the words are the same whether or not there is an account.
import { useMutation } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { send } from "../../api/client";
import { useMessages } from "../../messages/messages";
import { Form, TextField } from "../../parts/form";

interface AskForMailProps {
  path: string;
  /** What is sent beside the address. */
  beside?: Record<string, string>;
  hint?: string;
  what_comes: (mail: string) => string;
  children?: ReactNode;
}

export function AskForMail({ path, beside, hint, what_comes, children }: AskForMailProps) {
  const t = useMessages();
  const [mail, set_mail] = useState("");
  const ask = useMutation({ mutationFn: () => send("POST", path, { mail, ...beside }, null) });
  if (ask.isSuccess) {
    return (
      <div className="done" role="status">
        <h2>{t.account.mail_sent}</h2>
        <p>{what_comes(mail)}</p>
      </div>
    );
  }
  return (
    <>
      {children}
      <Form on_submit={ask.mutate} error={ask.error} fields={["mail"]} button={t.account.send_link} busy={ask.isPending}>
        <TextField label={t.account.mail} {...(hint && { hint })} name="mail" type="email" autoComplete="email" required error={ask.error} value={mail} on_change={set_mail} />
      </Form>
    </>
  );
}
