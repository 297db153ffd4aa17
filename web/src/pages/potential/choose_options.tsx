import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { MOST_COMPARED } from "../../address/comparison_address";
import { choice_query } from "../../api/potential_queries";
import { useFormat } from "../../format/use_format";
import { useMessages } from "../../messages/messages";
import { Form, SelectField, TextField } from "../../parts/form";
import { state_options } from "./member_states";

export interface ChosenOption {
  id: number;
  title: string;
}

interface ChooseOptionsProps {
  state: string;
  chosen: ChosenOption[];
  on_change: (changed: { state?: string; innovation?: number[] }) => void;
}

/** The state and the innovations that are looked at. All of it stands in the address. */
export function ChooseOptions({ state, chosen, on_change }: ChooseOptionsProps) {
  const t = useMessages();
  const format = useFormat();
  const ids = chosen.map(({ id }) => id);
  return (
    <section aria-labelledby="choose">
      <h2 id="choose">{t.potential.compare.choose}</h2>
      <div className="filter-row">
        <SelectField
          label={t.potential.compare.state}
          name="state"
          error={null}
          value={state}
          options={state_options(state, format, t.potential.compare.choose_state)}
          on_change={(changed) => on_change({ state: changed })}
        />
      </div>
      {chosen.length > 0 && (
        <>
          <h3>{t.potential.compare.chosen}</h3>
          <ul className="chosen-list">
            {chosen.map(({ id, title }) => (
              <li key={id}>
                {title}
                <button
                  type="button"
                  className="button"
                  aria-label={t.potential.compare.take_away(title)}
                  onClick={() => on_change({ innovation: ids.filter((other) => other !== id) })}
                >
                  {t.potential.compare.take_away_it}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      {chosen.length >= MOST_COMPARED ? (
        <p className="missing">{t.potential.compare.most(MOST_COMPARED)}</p>
      ) : (
        <AddOption ids={ids} on_add={(id) => on_change({ innovation: [...ids, id] })} />
      )}
    </section>
  );
}

function AddOption({ ids, on_add }: { ids: number[]; on_add: (id: number) => void }) {
  const t = useMessages();
  const [typed, set_typed] = useState("");
  const [words, set_words] = useState("");
  const [picked, set_picked] = useState("");
  const { data } = useQuery(choice_query(words));
  const options = (data?.innovations ?? []).filter(({ id }) => !ids.includes(id)).map(({ id, title }) => ({ value: String(id), label: title }));
  const add = () => {
    if (picked === "") return;
    on_add(Number(picked));
    set_picked("");
  };
  return (
    <div className="filter-row">
      <Form on_submit={() => set_words(typed)} error={null} fields={[]} button={t.potential.compare.find} busy={false}>
        <TextField label={t.potential.compare.words} name="words" error={null} value={typed} on_change={set_typed} />
      </Form>
      <Form on_submit={add} error={null} fields={[]} button={t.potential.compare.add} busy={picked === ""}>
        <SelectField
          label={t.potential.compare.add_which}
          {...(data && options.length === 0 && { hint: t.potential.compare.none_fit })}
          name="innovation"
          error={null}
          value={picked}
          options={[{ value: "", label: t.potential.compare.pick }, ...options]}
          on_change={set_picked}
        />
      </Form>
    </div>
  );
}
