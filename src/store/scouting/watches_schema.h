// store/scouting/watches_schema.h: searches that people watch, one migration of schema.cpp.
#pragma once

namespace tributary::store {

inline constexpr const char* kWatchesSchema = R"sql(
-- Searches whose news somebody follows: scouting/watches.h. They go with the account.
CREATE TABLE watches (
  id INTEGER PRIMARY KEY,
  account INTEGER NOT NULL REFERENCES accounts (id),
  name TEXT NOT NULL, query TEXT NOT NULL,
  created_at INTEGER NOT NULL, seen_at INTEGER NOT NULL,
  seen_record INTEGER NOT NULL, seen_run INTEGER NOT NULL);  -- CatalogueMark
CREATE INDEX watches_of_account ON watches (account, id);
CREATE TABLE watch_filters (
  watch_id INTEGER NOT NULL REFERENCES watches (id), ordinal INTEGER NOT NULL,
  facet TEXT NOT NULL, value TEXT NOT NULL,
  PRIMARY KEY (watch_id, ordinal));

-- What runs changed, for whoever looks since when.
CREATE INDEX history_of_run ON history (run_id, record_id);
)sql";

}  // namespace tributary::store
