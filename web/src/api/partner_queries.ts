// What the page of partners asks the API for.
import { infiniteQueryOptions, keepPreviousData } from "@tanstack/react-query";
import { is_asked, write_partners, type PartnerState } from "../address/partner_address";
import { send } from "./client";
import type { PartnerAnswer } from "./partner_types";

const PAGE = 20;

/** The body of the request: what the page does not say, the server decides. */
function asked({ idea, like, of_call, with: members, from_country, of_type, only_newcomers, at_most, weigh, damping, half_life }: PartnerState, language: string) {
  const share = (percent: number) => percent / 100;
  return {
    ...(idea && { idea, language }),
    ...(like && { project: like }),
    ...(of_call && { call: of_call }),
    ...(members && { members }),
    ...(from_country && { countries: from_country }),
    ...(of_type && { organisation_types: of_type }),
    ...(only_newcomers && { newcomers_only: true }),
    ...(at_most !== undefined && { most_projects: at_most }),
    ...(weigh && {
      weights: { relevance: share(weigh.relevance), ties: share(weigh.ties), experience: share(weigh.experience), complementarity: share(weigh.complementarity), newcomer: share(weigh.newcomer) },
    }),
    ...(damping !== undefined && { size_damping: share(damping) }),
    ...(half_life !== undefined && { half_life_years: half_life }),
  };
}

export function partners_query(state: PartnerState, language: string) {
  return infiniteQueryOptions({
    queryKey: ["partners", write_partners(state), language],
    // Anyone may ask: it writes nothing.
    queryFn: ({ pageParam }) =>
      send<PartnerAnswer>("POST", "/api/v1/partners", { ...asked(state, language), limit: PAGE, offset: pageParam }, null),
    initialPageParam: 0,
    // A page may have fewer hits: who left the catalogue just now is no hit.
    getNextPageParam: ({ offset, total }) => (offset + PAGE < total ? offset + PAGE : null),
    enabled: is_asked(state),
    placeholderData: keepPreviousData,
  });
}
