// What a curator decides on two organisations: one of them becomes part of the other, or they are two.
import { useState } from "react";
import { useIdentityWrite } from "../../api/identity_queries";
import type { DoubtfulPair } from "../../api/identity_types";
import { useMessages } from "../../messages/messages";
import { Form, TextArea } from "../../parts/form";

export interface Decided {
  words: string;
  /** Whose history tells of it. */
  organisation: string;
}

type Choice = "keep_one" | "keep_other" | "apart";

interface PairFormProps {
  pair: DoubtfulPair;
  on_decided: (what: Decided) => void;
}

export function PairForm({ pair: { one, other }, on_decided }: PairFormProps) {
  const words = useMessages().identity;
  const [choice, set_choice] = useState<Choice | null>(null);
  const [reason, set_reason] = useState("");
  const [is_unchosen, set_unchosen] = useState(false);
  const keep = choice === "keep_other" ? other : one;
  const merged = choice === "keep_other" ? one : other;
  const write = useIdentityWrite(() =>
    on_decided({
      words: choice === "apart" ? words.kept_apart(one.name, other.name) : words.merged(merged.name, keep.name),
      organisation: keep.id,
    }),
  );
  const decide = () => {
    set_unchosen(choice === null);
    if (choice === "apart") write.mutate({ path: "/organisation-separations", body: { one: one.id, other: other.id, reason } });
    else if (choice !== null) write.mutate({ path: "/organisation-merges", body: { keep: keep.id, merge: merged.id, reason } });
  };
  const name = `decision-${one.id.split("-")[0]}-${other.id.split("-")[0]}`;
  const options: [Choice, string][] = [
    ["keep_one", words.keep(one.name, other.name)],
    ["keep_other", words.keep(other.name, one.name)],
    ["apart", words.apart],
  ];
  return (
    <Form on_submit={decide} error={write.error ?? (is_unchosen ? words.choose_first : null)} fields={["reason"]} button={words.decide_button} busy={write.isPending}>
      <fieldset className="identity-choice">
        <legend>{words.decide}</legend>
        {options.map(([value, label]) => (
          <label key={value}>
            <input
              type="radio"
              name={name}
              value={value}
              checked={choice === value}
              onChange={() => {
                set_choice(value);
                set_unchosen(false);
              }}
            />{" "}
            {label}
          </label>
        ))}
      </fieldset>
      <TextArea label={words.reason} hint={words.reason_hint} name="reason" error={write.error} value={reason} on_change={set_reason} rows={2} required />
    </Form>
  );
}
