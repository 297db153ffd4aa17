// store/notices/notices_schema.h: what people are told and how, one migration of schema.cpp.
#pragma once

namespace tributary::store {

inline constexpr const char* kNoticesSchema = R"sql(
-- One entry of the audit trail, told to one person: the key keeps it from being told twice. The
-- words are those of the moment, so that a notice stays true whatever happens later.
CREATE TABLE notices (
  account INTEGER NOT NULL REFERENCES accounts (id),
  entry INTEGER NOT NULL,           -- number in audit_entries
  kind TEXT NOT NULL, subject TEXT NOT NULL,
  about TEXT NOT NULL, word TEXT NOT NULL,  -- Notice in notices.h
  at INTEGER NOT NULL,
  read_at INTEGER, mailed_at INTEGER,
  PRIMARY KEY (account, entry));
CREATE INDEX notices_by_moment ON notices (at);

-- No row: a digest a day.
CREATE TABLE notice_preferences (
  account INTEGER PRIMARY KEY REFERENCES accounts (id),
  rhythm TEXT NOT NULL,             -- MailRhythm
  failed_at INTEGER);               -- when a mail could not be carried, and none was since

-- Addresses that work without signing in, by the SHA-256 of their secrets: the feed of one's own
-- notices, and what each mail has to end the mails.
CREATE TABLE notice_feeds (
  account INTEGER PRIMARY KEY REFERENCES accounts (id),
  secret_hash BLOB NOT NULL UNIQUE);
CREATE TABLE unsubscribe_links (
  secret_hash BLOB PRIMARY KEY,
  account INTEGER NOT NULL REFERENCES accounts (id),
  at INTEGER NOT NULL);
CREATE INDEX unsubscribe_links_of_account ON unsubscribe_links (account);
CREATE INDEX unsubscribe_links_by_moment ON unsubscribe_links (at);

-- Conditions of decisions that their teams were reminded of.
CREATE TABLE reminded_conditions (
  innovation INTEGER NOT NULL REFERENCES innovations (id),
  number INTEGER NOT NULL, ordinal INTEGER NOT NULL,  -- as in decision_conditions
  reminder INTEGER NOT NULL,        -- counts up
  PRIMARY KEY (innovation, number, ordinal));

-- Who does a job at present, of several servers on one database.
CREATE TABLE job_leases (
  job TEXT PRIMARY KEY, holder TEXT NOT NULL, expires INTEGER NOT NULL);
)sql";

}  // namespace tributary::store
