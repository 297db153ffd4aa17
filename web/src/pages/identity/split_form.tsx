// Takes names and numbers out of an organisation that are another's.
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useIdentityWrite } from "../../api/identity_queries";
import type { Organisation } from "../../api/types";
import { useMessages } from "../../messages/messages";
import { Form, TextArea } from "../../parts/form";

const NUMBERS = ["pic", "oid", "vat"] as const;
interface Marked {
  kind: "spelling" | (typeof NUMBERS)[number];
  text: string;
}

interface SplitDone {
  decision: number;
  made: string;
  participations: number;
}

export function SplitForm({ organisation }: { organisation: Organisation }) {
  const words = useMessages().identity;
  const [marked, set_marked] = useState<readonly string[]>([]);
  const [reason, set_reason] = useState("");
  const write = useIdentityWrite<SplitDone>(() => {
    set_marked([]);
    set_reason("");
  });
  const marks = marks_of(organisation);
  const toggle = (mark: Marked) => {
    const key = key_of(mark);
    set_marked((before) => (before.includes(key) ? before.filter((one) => one !== key) : [...before, key]));
  };
  const texts = (kind: Marked["kind"]) => marks.filter((mark) => mark.kind === kind && marked.includes(key_of(mark))).map(({ text }) => text);
  const split = () =>
    write.mutate({
      path: "/organisation-splits",
      body: { organisation: organisation.id, spellings: texts("spelling"), pics: texts("pic"), oids: texts("oid"), vats: texts("vat"), reason },
    });
  return (
    <section aria-labelledby="split">
      <h2 id="split">{words.split}</h2>
      <p className="identity-intro">{words.split_intro}</p>
      {write.data && (
        <p className="done" role="status">
          {words.split_done(write.data.participations)}{" "}
          <Link to="/organisations/$id" params={{ id: write.data.made }}>
            {words.split_made}
          </Link>
        </p>
      )}
      <Form on_submit={split} error={write.error} fields={["reason"]} button={words.split_button} busy={write.isPending}>
        {(["spelling", "number"] as const).map((group) => {
          const shown = marks.filter(({ kind }) => (kind === "spelling") === (group === "spelling"));
          if (shown.length === 0) return null;
          return (
            <fieldset key={group} className="identity-choice">
              <legend>{group === "spelling" ? words.spellings : words.numbers}</legend>
              {shown.map((mark) => (
                <label key={key_of(mark)}>
                  <input type="checkbox" checked={marked.includes(key_of(mark))} onChange={() => toggle(mark)} />{" "}
                  {mark.kind === "spelling" ? mark.text : words.number[mark.kind](mark.text)}
                </label>
              ))}
            </fieldset>
          );
        })}
        <TextArea label={words.reason} hint={words.reason_hint} name="reason" error={write.error} value={reason} on_change={set_reason} rows={2} required />
      </Form>
    </section>
  );
}

function key_of({ kind, text }: Marked): string {
  return `${kind} ${text}`;
}

/** All names and numbers of the organisation and of its parts, each once. */
function marks_of(organisation: Organisation): Marked[] {
  const all: Marked[] = [organisation.name, ...organisation.aliases].map((text) => ({ kind: "spelling", text }));
  for (const one of [organisation, ...organisation.parts]) {
    for (const kind of NUMBERS) if (one[kind]) all.push({ kind, text: one[kind] });
  }
  return all.filter((mark, place) => all.findIndex((other) => key_of(other) === key_of(mark)) === place);
}
