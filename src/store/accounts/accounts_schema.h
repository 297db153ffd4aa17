// store/accounts/accounts_schema.h: the tables of people and rights, one migration of schema.cpp.
#pragma once

namespace tributary::store {

// Secrets stand here by their SHA-256 alone; passwords by argon2id. Enumerations by their names.
inline constexpr const char* kAccountsSchema = R"sql(
-- An erased account keeps its number, which the audit trail and decisions name, and nothing else.
CREATE TABLE accounts (
  id INTEGER PRIMARY KEY,
  mail TEXT UNIQUE,                 -- in lower case; NULL: none yet, or erased
  name TEXT NOT NULL,
  password_hash TEXT NOT NULL,      -- empty: signs in by link alone
  language TEXT NOT NULL, state TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  verified_at INTEGER);             -- when a link that was sent to the mail, or handed over, came back

-- Added to and never changed: the last row of a role in a scope says whether it is held.
CREATE TABLE grants (
  number INTEGER PRIMARY KEY,
  account INTEGER NOT NULL REFERENCES accounts (id),
  role TEXT NOT NULL, scope_kind TEXT NOT NULL, scope_key TEXT NOT NULL,
  is_given INTEGER NOT NULL,        -- 0: taken back
  person INTEGER NOT NULL,          -- who did it; 0: the installation itself
  at INTEGER NOT NULL);
CREATE INDEX grants_of_account ON grants (account, number);

CREATE TABLE sessions (
  number INTEGER PRIMARY KEY,
  secret_hash BLOB NOT NULL UNIQUE,
  account INTEGER NOT NULL REFERENCES accounts (id),
  created_at INTEGER NOT NULL, last_used_at INTEGER NOT NULL, expires_at INTEGER NOT NULL);
CREATE INDEX sessions_of_account ON sessions (account, number);

CREATE TABLE one_time_links (
  secret_hash BLOB PRIMARY KEY,
  account INTEGER NOT NULL REFERENCES accounts (id),
  purpose TEXT NOT NULL,
  mail TEXT NOT NULL,               -- the address that it proves; empty: none
  expires_at INTEGER NOT NULL, used_at INTEGER);
CREATE INDEX one_time_links_of_account ON one_time_links (account);

CREATE TABLE api_tokens (
  number INTEGER PRIMARY KEY,
  secret_hash BLOB NOT NULL UNIQUE,
  account INTEGER NOT NULL REFERENCES accounts (id),
  name TEXT NOT NULL,
  created_at INTEGER NOT NULL, last_used_at INTEGER, expires_at INTEGER NOT NULL);
CREATE INDEX api_tokens_of_account ON api_tokens (account, number);

-- What is counted to slow down guessing; forgotten within the hour.
CREATE TABLE attempts (
  number INTEGER PRIMARY KEY,
  subject TEXT NOT NULL,            -- the kind, and a hash of the mail or network address
  at INTEGER NOT NULL);
CREATE INDEX attempts_of_subject ON attempts (subject, at);
)sql";

}  // namespace tributary::store
