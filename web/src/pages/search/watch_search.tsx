import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { SearchState } from "../../address/search_address";
import { filters_of, of_search, watches_query } from "../../api/scouting_queries";
import { useAccount, useSend } from "../../api/session";
import { useMessages } from "../../messages/messages";
import { Form, TextField } from "../../parts/form";
import { useFilterWords } from "../scouting/use_filter_words";

/** What can be followed of a search: what rises in it, and, for who is signed in, what is new. */
export function WatchSearch({ state }: { state: SearchState }) {
  const t = useMessages();
  const account = useAccount();
  return (
    <div className="watch-search">
      <Link to="/scouting" search={of_search(state)}>
        {t.scouting.to_rising}
      </Link>
      {account && <WatchForm key={JSON.stringify(of_search(state))} state={state} />}
    </div>
  );
}

function WatchForm({ state }: { state: SearchState }) {
  const t = useMessages();
  const post = useSend();
  const queries = useQueryClient();
  const suggested = [state.q, useFilterWords(state)].filter(Boolean).join("; ").slice(0, 60) || t.scouting.everything;
  const [name, set_name] = useState(suggested);
  const add = useMutation({
    mutationFn: () => post("POST", "/api/v1/scouting/watches", { name, query: state.q ?? "", filters: filters_of(state) }),
    onSuccess: () => queries.invalidateQueries(watches_query),
  });
  if (add.isSuccess) {
    return (
      <p role="status">
        {t.scouting.watched}{" "}
        <Link to="/scouting" hash="watches">
          {t.scouting.to_watches}
        </Link>
      </p>
    );
  }
  return (
    <details>
      <summary>{t.scouting.watch_this}</summary>
      <Form on_submit={() => add.mutate()} error={add.error} fields={["name"]} button={t.scouting.do_watch} busy={add.isPending}>
        <TextField label={t.scouting.watch_name} name="name" error={add.error} value={name} on_change={set_name} maxLength={60} />
      </Form>
    </details>
  );
}
