import { useState, type FormEvent } from "react";
import { organisation_named } from "../../api/consortium_queries";
import type { Member } from "../../api/consortium_types";
import type { Completion } from "../../api/types";
import { useMessages } from "../../messages/messages";
import { CompletionList } from "../search/completion_list";
import { useCompletions } from "../search/use_completions";

export const FIRST_SCORE = 0.5;

interface AddEntryProps {
  on_add: (member: Member, score: number | null) => void;
  /** What happened last to the organisations, and how to say what happens here. */
  told: string;
  tell: (what: string) => void;
}

/** An organisation by its name: from the catalogue if it is chosen from the list, else by hand. */
export function AddEntry({ on_add, told, tell }: AddEntryProps) {
  const t = useMessages();
  const [name, set_name] = useState("");
  const [is_candidate, set_candidate] = useState(false);
  const add = (member: Member) => {
    on_add(member, is_candidate ? FIRST_SCORE : null);
    tell(t.consortium.added(member.name));
    set_name("");
  };
  const add_by_hand = (typed: string) =>
    add({ organisation: null, name: typed, country: null, type: null, role: "partner", budget_eur: null, newcomer: null });
  const take = (completion: Completion) => {
    set_name(completion.text);
    tell(t.consortium.looking_up(completion.text));
    organisation_named(completion).then(
      (member) => (member ? add(member) : add_by_hand(completion.text)),
      () => tell(t.consortium.not_looked_up(completion.text)),
    );
  };
  const completions = useCompletions(name, take, "organisation");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    completions.close();
    if (name.trim() !== "") add_by_hand(name.trim());
  };
  return (
    <form className="form consortium-add" onSubmit={submit}>
      <div className="field consortium-search">
        <label htmlFor="consortium-name">{t.consortium.name_to_add}</label>
        <input
          id="consortium-name"
          type="text"
          autoComplete="off"
          maxLength={300}
          value={name}
          aria-describedby="consortium-name-hint"
          {...completions.input}
          onChange={(event) => {
            completions.open();
            set_name(event.target.value);
          }}
          onBlur={completions.close}
          onKeyDown={(event) => {
            if (completions.on_key(event.key)) event.preventDefault();
          }}
        />
        <CompletionList completions={completions} />
        <p className="field-hint" id="consortium-name-hint">
          {t.consortium.name_hint}
        </p>
      </div>
      <p>
        <label>
          <input type="checkbox" checked={is_candidate} onChange={(event) => set_candidate(event.target.checked)} /> {t.consortium.as_candidate}
        </label>
      </p>
      <p>
        <button type="submit" className="button" aria-disabled={name.trim() === ""}>
          {t.consortium.add}
        </button>
      </p>
      <p role="status">{told}</p>
    </form>
  );
}
