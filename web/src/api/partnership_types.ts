// What the API tells of claims, offers and conversations, as openapi.json has it.

export const OFFER_KINDS = ["offer", "request"] as const;
export type OfferKind = (typeof OFFER_KINDS)[number];
export const PARTNER_ROLES = ["coordinator", "partner", "associated_partner"] as const;
export type PartnerRole = (typeof PARTNER_ROLES)[number];
export const OFFER_CHECKS = [
  "about_a_partnership",
  "says_who_is_sought",
  "no_personal_data",
  "no_advertising",
  "respectful",
  "dates_possible",
] as const;
export type OfferCheck = (typeof OFFER_CHECKS)[number];

export type OfferState = "draft" | "submitted" | "published" | "expired" | "rejected" | "closed";
export type OfferAct = "submit" | "take_back" | "publish" | "reject" | "revise" | "renew" | "take_down" | "close";
export type ThreadState = "asked" | "open" | "declined" | "closed" | "reported" | "upheld";
export type ThreadAct = "accept" | "decline" | "close" | "report" | "dismiss" | "uphold";
export type ClaimState = "link_sent" | "waiting" | "granted" | "refused" | "revoked" | "withdrawn";
export type ClaimAct = "grant" | "refuse" | "revoke" | "withdraw";

export interface NamedOrganisation {
  id: number;
  /** Null: it left the catalogue. */
  slug: string | null;
  name: string | null;
}

export interface OfferContent {
  kind: OfferKind;
  topic: string;
  text: string;
  role: PartnerRole;
  countries: string[];
  programme: string | null;
  begins: string | null;
  ends: string | null;
  deadline: string | null;
  days: number;
}

export interface OfferCard extends OfferContent {
  id: number;
  organisation: NamedOrganisation & { country: string | null };
  state: OfferState;
  revision: number;
  last_day: string | null;
  published_at: string | null;
}

export interface OfferMatch {
  organisation: NamedOrganisation;
  /** Null: by past projects. */
  offer: number | null;
  topic: string | null;
  words: string[];
  projects: string[];
}

export interface OfferMove {
  act: OfferAct;
  to: OfferState;
  at: string;
  reasons: string | null;
  checklist: { item: OfferCheck; is_met: boolean; reason: string | null }[];
}

export interface Offer extends OfferCard {
  acts: OfferAct[];
  may_edit: boolean;
  moves: OfferMove[];
  matches: OfferMatch[];
}

export interface OfferList {
  as_of: string;
  total: number;
  offers: OfferCard[];
}

export interface OfferWork {
  organisations: (NamedOrganisation & { country: string | null })[];
  own: OfferCard[];
  waiting: OfferCard[];
}

export interface Claim {
  id: number;
  organisation: NamedOrganisation;
  person_name: string | null;
  method: "mail" | "administrator";
  state: ClaimState;
  domain: string | null;
  words: string | null;
  asked_at: string;
  decided_at: string | null;
  reasons: string | null;
}

export interface ClaimList {
  own: Claim[];
  waiting: Claim[];
  granted: Claim[];
}

export interface ConversationCard {
  id: number;
  side: "asker" | "organisation" | "moderator";
  organisation: NamedOrganisation;
  for_organisation: string | null;
  asker: string | null;
  subject: string | null;
  state: ThreadState;
  offer: number | null;
  changed_at: string;
}

export interface Conversation extends ConversationCard {
  messages: { number: number; author: string | null; is_of_organisation: boolean; is_own: boolean; text: string | null; at: string }[];
  moves: { act: ThreadAct; to: ThreadState; at: string; reasons: string | null }[];
  acts: ThreadAct[];
  may_write: boolean;
  is_blocked: boolean;
}

export interface Contact {
  organisation_id: number;
  is_claimed: boolean;
  takes_messages: boolean;
  last_verified_at: string | null;
  /** Null: too few to say. */
  response: { asked: number | null; answered: number | null; share: number | null; within_days: number };
  you: { represents: boolean; takes_messages: boolean };
}
