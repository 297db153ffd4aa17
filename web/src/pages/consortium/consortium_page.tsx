// Build a consortium: choose a call's rules, add organisations, see rule by rule whether it holds, fill the places that are left.
import { useQuery } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { consortium_rules_query, type Entry } from "../../api/consortium_queries";
import { useMessages } from "../../messages/messages";
import { Failure } from "../../parts/failure";
import { PageSkeleton } from "../../parts/page_skeleton";
import { usePageTitle } from "../../parts/page_title";
import { consortium_route } from "../../router";
import { AddEntry } from "./add_entry";
import { CheckList } from "./check_list";
import "./consortium.css";
import { consortium_csv } from "./consortium_csv";
import { EntryTable } from "./entry_table";
import { ProposalSection } from "./proposal";
import { RulesChoice } from "./rules_choice";
import { useConsortium } from "./use_consortium";

export function ConsortiumPage() {
  const t = useMessages();
  const address = consortium_route.useSearch();
  const consortium = useConsortium(address);
  const { data: all, error, refetch } = useQuery(consortium_rules_query);
  usePageTitle(t.consortium.heading);
  const heading = useRef<HTMLHeadingElement>(null);
  const [told, tell] = useState("");
  if (error) return <Failure error={error} on_retry={() => void refetch()} />;
  if (!all) return <PageSkeleton />;
  const { members, candidates, not_found } = consortium;
  const rules = all.rule_sets.find(({ name }) => name === consortium.rules);
  // The button that was pressed goes away with what it was about: the focus goes on from the heading.
  const tell_from_heading = (what: string) => {
    tell(what);
    heading.current?.focus();
  };
  const shared = { types: all.organisation_types, roles: all.roles, consortium, on_gone: tell_from_heading };
  const clear = () => {
    consortium.clear();
    tell_from_heading(t.consortium.all_removed);
  };
  return (
    <div className="consortium">
      <h1>{t.consortium.heading}</h1>
      <p className="consortium-intro">{t.consortium.intro}</p>
      <RulesChoice all={all} chosen={rules} on_choose={consortium.choose_rules} />
      <section aria-labelledby="consortium-members">
        <h2 id="consortium-members" ref={heading} tabIndex={-1}>{t.consortium.members}</h2>
        {not_found.length > 0 && <p role="alert">{t.consortium.ids_not_found(not_found.join(", "))}</p>}
        <AddEntry on_add={consortium.add} told={told} tell={tell} />
        {members.length === 0 ? <p>{t.consortium.no_members}</p> : <EntryTable caption={t.consortium.members} entries={members} {...shared} />}
        {candidates.length > 0 && (
          <>
            <h3>{t.consortium.candidates}</h3>
            <EntryTable caption={t.consortium.candidates} entries={candidates} {...shared} />
          </>
        )}
        {members.length + candidates.length > 0 && (
          <p className="button-row">
            <button type="button" className="button" onClick={() => download([...members, ...candidates])}>
              {t.consortium.export}
            </button>
            <button type="button" className="button" onClick={clear}>
              {t.consortium.clear}
            </button>
          </p>
        )}
        <p className="consortium-reason">{t.consortium.kept_here}</p>
      </section>
      {rules && <CheckList consortium={consortium} />}
      {rules && candidates.length > 0 && <ProposalSection consortium={consortium} rules={rules} on_taken={tell} on_gone={tell_from_heading} />}
    </div>
  );
}

function download(entries: Entry[]) {
  // The mark at the beginning tells spreadsheets that it is UTF-8.
  const address = URL.createObjectURL(new Blob(["\ufeff", consortium_csv(entries)], { type: "text/csv;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = "consortium.csv";
  link.click();
  URL.revokeObjectURL(address);
}
