// store/partnership/partnership_schema.h: claims, offers and conversations, one migration of
// schema.cpp.
#pragma once

namespace tributary::store {

inline constexpr const char* kPartnershipSchema = R"sql(
-- Who says that they speak for an organisation: partnership/claims.h. No mail address stands here,
-- only its domain. What is granted is a role in `grants`.
CREATE TABLE organisation_claims (
  id INTEGER PRIMARY KEY,
  organisation INTEGER NOT NULL,    -- of the catalogue
  account INTEGER NOT NULL REFERENCES accounts (id),
  method TEXT NOT NULL, state TEXT NOT NULL,
  domain TEXT NOT NULL,             -- of the address that the link went to; empty: of none
  words TEXT NOT NULL,              -- of the person, for the administrator
  asked_at INTEGER NOT NULL,
  decided_at INTEGER, decided_by INTEGER, reasons TEXT NOT NULL);
CREATE INDEX organisation_claims_of_account ON organisation_claims (account, id);
CREATE INDEX organisation_claims_of_organisation ON organisation_claims (organisation, id);
CREATE TABLE claim_links (
  secret_hash BLOB PRIMARY KEY,     -- of the secret in the mail
  claim INTEGER NOT NULL REFERENCES organisation_claims (id),
  expires_at INTEGER NOT NULL);

-- Offers to take part and requests for partners: partnership/offers.h.
CREATE TABLE offers (
  id INTEGER PRIMARY KEY,
  organisation INTEGER NOT NULL,    -- of the catalogue
  state TEXT NOT NULL, revision INTEGER NOT NULL,
  kind TEXT NOT NULL, topic TEXT NOT NULL, text TEXT NOT NULL, role TEXT NOT NULL,
  countries TEXT NOT NULL,          -- "PT RO"
  programme TEXT NOT NULL,
  begins INTEGER, ends INTEGER, deadline INTEGER,
  days INTEGER NOT NULL,            -- how long it is shown
  last_day INTEGER,                 -- on which it is shown; NULL: it was not published yet
  reminded_of INTEGER,              -- the last day that its people were reminded of
  created_at INTEGER NOT NULL, created_by INTEGER NOT NULL,
  published_at INTEGER, changed_at INTEGER NOT NULL);
CREATE INDEX offers_of_organisation ON offers (organisation, id);
CREATE INDEX offers_of_state ON offers (state, id);
-- Added to and never changed, with what the moderator found of each item.
CREATE TABLE offer_moves (
  offer INTEGER NOT NULL REFERENCES offers (id), number INTEGER NOT NULL,
  act TEXT NOT NULL, to_state TEXT NOT NULL, at INTEGER NOT NULL, person INTEGER NOT NULL,
  reasons TEXT NOT NULL,
  PRIMARY KEY (offer, number));
CREATE TABLE offer_checks (
  offer INTEGER NOT NULL, number INTEGER NOT NULL,  -- of the move
  item TEXT NOT NULL, is_met INTEGER NOT NULL, reason TEXT NOT NULL,
  PRIMARY KEY (offer, number, item));
-- Whom an offer suits: another one (and its organisation), or by past projects (other 0). Each pair
-- is told once.
CREATE TABLE offer_matches (
  id INTEGER PRIMARY KEY,
  offer INTEGER NOT NULL REFERENCES offers (id),
  organisation INTEGER NOT NULL, other INTEGER NOT NULL,
  share REAL NOT NULL, why TEXT NOT NULL,           -- words, or addresses of projects, by blanks
  at INTEGER NOT NULL,
  UNIQUE (offer, organisation, other));
CREATE INDEX offer_matches_of_other ON offer_matches (other, id);

-- Who takes messages to an organisation, having said so: partnership/relay.h.
CREATE TABLE relay_consents (
  organisation INTEGER NOT NULL,
  account INTEGER NOT NULL REFERENCES accounts (id),
  since INTEGER NOT NULL,
  PRIMARY KEY (organisation, account));
-- From whom an organisation takes none.
CREATE TABLE relay_blocks (
  organisation INTEGER NOT NULL,
  account INTEGER NOT NULL REFERENCES accounts (id),
  by_person INTEGER NOT NULL, at INTEGER NOT NULL,
  PRIMARY KEY (organisation, account));
-- What is written between a person and an organisation. Addresses stand in `accounts` alone.
CREATE TABLE relay_threads (
  id INTEGER PRIMARY KEY,
  organisation INTEGER NOT NULL,    -- that was asked
  offer INTEGER,                    -- about which
  account INTEGER NOT NULL REFERENCES accounts (id),  -- who asked
  for_organisation INTEGER,         -- for which they speak
  subject TEXT NOT NULL, state TEXT NOT NULL,
  began_at INTEGER NOT NULL, answered_at INTEGER, changed_at INTEGER NOT NULL,
  reported_by INTEGER);             -- an account
CREATE INDEX relay_threads_of_account ON relay_threads (account, began_at);
CREATE INDEX relay_threads_of_organisation ON relay_threads (organisation, began_at);
CREATE TABLE relay_messages (
  thread INTEGER NOT NULL REFERENCES relay_threads (id), number INTEGER NOT NULL,
  account INTEGER NOT NULL, is_of_organisation INTEGER NOT NULL,
  text TEXT NOT NULL,               -- empty: its author, or time, has removed it
  at INTEGER NOT NULL,
  PRIMARY KEY (thread, number));
CREATE INDEX relay_messages_of_account ON relay_messages (account, at);
CREATE TABLE relay_moves (
  thread INTEGER NOT NULL REFERENCES relay_threads (id), number INTEGER NOT NULL,
  act TEXT NOT NULL, to_state TEXT NOT NULL, at INTEGER NOT NULL, person INTEGER NOT NULL,
  reasons TEXT NOT NULL,
  PRIMARY KEY (thread, number));
)sql";

}  // namespace tributary::store
