// The consortium that somebody builds: kept in this browser, without an account. A link may bring rules and organisations.
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import type { ConsortiumAddress } from "../../address/consortium_address";
import { organisation_by_id, type Entry } from "../../api/consortium_queries";
import type { Member } from "../../api/consortium_types";

const STORAGE_KEY = "tributary.consortium";
const FIRST_RULES = "erasmus-ka220";

export interface Draft {
  rules: string;
  entries: Entry[];
}

export function read_draft(text: string | null): Draft {
  const empty = { rules: FIRST_RULES, entries: [] };
  if (text === null) return empty;
  try {
    const { rules, entries } = JSON.parse(text) as Partial<Draft>;
    if (typeof rules !== "string" || !Array.isArray(entries)) return empty;
    return { rules, entries: entries.filter(({ key, name }) => typeof key === "string" && typeof name === "string") };
  } catch {
    return empty;
  }
}

function stored(): Draft {
  try {
    return read_draft(localStorage.getItem(STORAGE_KEY));
  } catch {
    return read_draft(null);
  }
}

/** Who is first coordinates; nobody of the catalogue stands twice. */
export function with_member(entries: Entry[], member: Member, score: number | null): Entry[] {
  if (member.organisation !== null && entries.some(({ organisation }) => organisation === member.organisation)) return entries;
  const is_first = score === null && entries.every((entry) => entry.score !== null);
  const role = score !== null ? null : is_first ? "coordinator" : member.role;
  return [...entries, { ...member, role, score, key: crypto.randomUUID() }];
}

export function useConsortium(address: ConsortiumAddress) {
  const [draft, set_draft] = useState(stored);
  const [not_found, set_not_found] = useState<string[]>([]);
  const navigate = useNavigate();
  const taken = useRef("");

  useEffect(() => {
    try {
      localStorage.setItem(STORAGE_KEY, JSON.stringify(draft));
    } catch {
      // Storage is switched off: the draft holds until the page is left.
    }
  }, [draft]);

  const change = (how: (entries: Entry[]) => Entry[]) => set_draft(({ rules, entries }) => ({ rules, entries: how(entries) }));

  // What a link brought is taken over once, and then is the draft's: the address is clean again.
  const brought = JSON.stringify(address);
  useEffect(() => {
    if (brought === "{}" || brought === taken.current) return;
    taken.current = brought;
    const { rules, organisations = [] } = JSON.parse(brought) as ConsortiumAddress;
    if (rules !== undefined) set_draft((before) => ({ ...before, rules }));
    void navigate({ to: "/consortium", search: {}, replace: true });
    void Promise.allSettled(organisations.map(organisation_by_id)).then((found) => {
      set_not_found(organisations.filter((_, place) => found[place]!.status === "rejected"));
      for (const one of found) {
        if (one.status === "fulfilled") change((entries) => with_member(entries, one.value, null));
      }
    });
  }, [brought, navigate]);

  return {
    rules: draft.rules,
    members: draft.entries.filter(({ score }) => score === null),
    candidates: draft.entries.filter(({ score }) => score !== null),
    not_found,
    choose_rules: (rules: string) => set_draft((before) => ({ ...before, rules })),
    add: (member: Member, score: number | null) => change((entries) => with_member(entries, member, score)),
    edit: (key: string, changes: Partial<Entry>) =>
      change((entries) => entries.map((entry) => (entry.key === key ? { ...entry, ...changes } : entry))),
    remove: (key: string) => change((entries) => entries.filter((entry) => entry.key !== key)),
    clear: () => change(() => []),
  };
}

export type Consortium = ReturnType<typeof useConsortium>;
