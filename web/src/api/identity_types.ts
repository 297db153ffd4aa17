// Who is who among organisations, as the API tells it.
import type { Organisation } from "./types";

/** Reasons for and against are names: messages/identity has the words. */
export interface DoubtfulPair {
  one: Organisation;
  other: Organisation;
  /** From 0 to 1. */
  score: number;
  reasons_for: string[];
  reasons_against: string[];
}

export interface DoubtList {
  total: number;
  pairs: DoubtfulPair[];
}

export type DecisionKind = "merge" | "keep_apart" | "split" | "undo";
export type DecisionAuthor = "program" | "operator" | "curator";

/** Its name is empty where it is no longer there. */
interface Side {
  id: string;
  name: string;
}

export interface OrganisationDecision {
  number: number;
  kind: DecisionKind;
  /** Who became part of the other, or was split. */
  one: Side;
  /** Who stays, or came out. */
  other: Side;
  author: DecisionAuthor;
  /** The curator's name, for curators; else empty. */
  person: string;
  at: string;
  reason: string;
  score: number | null;
  reasons_for: string[];
  reasons_against: string[];
  undoes: number | null;
  undone_by: number | null;
}
