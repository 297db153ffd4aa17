// What the page of consortia asks the API for. A check and a proposal write nothing: anyone may ask.
import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { read, send } from "./client";
import type { ConsortiumCheck, ConsortiumProposal, ConsortiumRules, Member } from "./consortium_types";
import type { Completion, Organisation, Project, SearchAnswer } from "./types";

/** Who is in, or who could join: then with a score. */
export interface Entry extends Member {
  /** Of this page, for the life of the list. */
  key: string;
  /** 0 to 1; null: it is in the consortium. */
  score: number | null;
}

export const consortium_rules_query = queryOptions({
  queryKey: ["consortium", "rules"],
  queryFn: ({ signal }) => read<ConsortiumRules>("/api/v1/consortium/rules", signal),
  staleTime: Infinity,
});

/** As the API takes it: what is unknown is left out. */
function asked(entry: Entry) {
  const { organisation, name, country, type, role, budget_eur, newcomer } = entry;
  return {
    name,
    ...(organisation !== null && { organisation }),
    ...(country !== null && { country }),
    ...(type !== null && { type }),
    ...(role !== null && { role }),
    ...(budget_eur !== null && { budget_eur }),
    ...(newcomer !== null && { newcomer }),
  };
}

export function consortium_check_query(rules: string, members: Entry[]) {
  const body = { rules, organisations: members.map(asked) };
  return queryOptions({
    queryKey: ["consortium", "check", body],
    queryFn: () => send<ConsortiumCheck>("POST", "/api/v1/consortium/check", body, null),
    placeholderData: keepPreviousData,
    staleTime: Infinity,
  });
}

export function propose(rules: string, members: Entry[], candidates: Entry[], places: number | null): Promise<ConsortiumProposal> {
  const body = {
    rules,
    organisations: members.map(asked),
    candidates: candidates.map((candidate) => ({ ...asked(candidate), score: candidate.score ?? 0 })),
    ...(places !== null && { places }),
  };
  return send<ConsortiumProposal>("POST", "/api/v1/consortium/propose", body, null);
}

const unknown_type = (type: string) => (type === "" || type === "unknown" ? null : type);

/** An organisation of the catalogue by its id. */
export async function organisation_by_id(id: string): Promise<Member> {
  const found = await read<Organisation>(`/api/v1/organisations/${encodeURIComponent(id)}?limit=1`);
  return new_member(found.id, found.name, found.country, found.type);
}

/** The organisation that a completion names, through a project that it takes part in; null where none tells it. */
export async function organisation_named({ text, query }: Completion): Promise<Member | null> {
  const { hits } = await read<SearchAnswer>(`/api/v1/projects?q=${encodeURIComponent(query)}&limit=3`);
  for (const { id } of hits) {
    const { participations } = await read<Project>(`/api/v1/projects/${encodeURIComponent(id)}`);
    const found = participations.find(({ name }) => name.toLowerCase() === text.toLowerCase());
    if (found) return new_member(found.organisation_id, found.name, found.country, found.type);
  }
  return null;
}

function new_member(id: string, name: string, country: string, type: string): Member {
  return {
    organisation: id.split("-")[0]!,
    name,
    country: /^[A-Z]{2}$/.test(country) ? country : null,
    type: unknown_type(type),
    role: "partner",
    budget_eur: null,
    newcomer: null,
  };
}
