// What the pages of offers, claims and messages ask the API for. What is each person's own stands below the account's key, so that
// signing in or out forgets it.
import { infiniteQueryOptions, keepPreviousData, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { offer_parameters, type OfferFilter } from "../address/offer_address";
import { read, type WriteMethod } from "./client";
import type { ClaimList, Contact, Conversation, ConversationCard, Offer, OfferList, OfferWork } from "./partnership_types";
import { useSend } from "./session";

export function offers_query(filter: OfferFilter) {
  return infiniteQueryOptions({
    queryKey: ["partnership", "offers", filter],
    queryFn: ({ pageParam, signal }) => read<OfferList>(`/api/v1/offers${offer_parameters(filter, pageParam)}`, signal),
    initialPageParam: 0,
    getNextPageParam: (last, pages) => {
      const shown = pages.reduce((sum, page) => sum + page.offers.length, 0);
      return shown < last.total ? shown : null;
    },
    placeholderData: keepPreviousData,
  });
}

export function offers_of_query(organisation: number) {
  return queryOptions({
    queryKey: ["partnership", "offers-of", organisation],
    queryFn: ({ signal }) => read<OfferList>(`/api/v1/offers?organisation=${organisation}&limit=100`, signal),
  });
}

export function offer_query(id: string) {
  return queryOptions({
    queryKey: ["account", "offer", id],
    queryFn: ({ signal }) => read<Offer>(`/api/v1/offers/${encodeURIComponent(id)}`, signal),
  });
}

export const offer_work_query = queryOptions({
  queryKey: ["account", "offer-work"],
  queryFn: ({ signal }) => read<OfferWork>("/api/v1/offer-work", signal),
});

export const claims_query = queryOptions({
  queryKey: ["account", "claims"],
  queryFn: ({ signal }) => read<ClaimList>("/api/v1/claims", signal),
});

export function contact_query(organisation: string) {
  return queryOptions({
    queryKey: ["account", "contact", organisation],
    queryFn: ({ signal }) => read<Contact>(`/api/v1/organisations/${encodeURIComponent(organisation)}/contact`, signal),
  });
}

/** How many organisations one question may name. */
const CONTACTS_OF_QUESTION = 100;

/** Of those that the catalogue has, by their numbers. */
export function contacts_query(organisations: readonly number[]) {
  const asked = organisations.slice(0, CONTACTS_OF_QUESTION);
  return queryOptions({
    queryKey: ["account", "contacts", asked],
    queryFn: async ({ signal }) => {
      const names = asked.map((id) => `organisation=${id}`).join("&");
      const { contacts } = await read<{ contacts: Contact[] }>(`/api/v1/contacts?${names}`, signal);
      return new Map(contacts.map((contact) => [contact.organisation_id, contact]));
    },
    enabled: asked.length > 0,
    placeholderData: keepPreviousData,
  });
}

export const conversations_query = queryOptions({
  queryKey: ["account", "conversations"],
  queryFn: async ({ signal }) => (await read<{ conversations: ConversationCard[] }>("/api/v1/conversations", signal)).conversations,
  staleTime: 0,
});

export function conversation_query(id: string) {
  return queryOptions({
    queryKey: ["account", "conversation", id],
    queryFn: ({ signal }) => read<Conversation>(`/api/v1/conversations/${encodeURIComponent(id)}`, signal),
    staleTime: 0,
  });
}

interface PartnershipWrite {
  method?: WriteMethod;
  /** Behind /api/v1: "/offers/3/moves". */
  path: string;
  body: unknown;
}

/** Changes something, and reads again what may have changed; a refusal leaves what was typed where it is. */
export function usePartnershipWrite<Made = { id: number }>(on_done?: (made: Made | undefined) => void) {
  const send = useSend();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ method = "POST", path, body }: PartnershipWrite) => send<Made | undefined>(method, `/api/v1${path}`, body),
    onSuccess: async (made) => {
      await queries.invalidateQueries({ queryKey: ["account"] });
      await queries.invalidateQueries({ queryKey: ["partnership"] });
      on_done?.(made);
    },
  });
}
