// store/hub/hubs_schema.h: the tables of hubs, one migration of schema.cpp.
#pragma once

namespace tributary::store {

// Enumerations stand by their names. A hub is held by its managers through grants whose scope_key
// is its slug.
inline constexpr const char* kHubsSchema = R"sql(
CREATE TABLE hubs (
  id INTEGER PRIMARY KEY,
  slug TEXT NOT NULL UNIQUE,        -- never changes: links and grants name it
  state TEXT NOT NULL, query TEXT NOT NULL,
  revision INTEGER NOT NULL,        -- one more with each change of anything of it
  created_at INTEGER NOT NULL, created_by INTEGER NOT NULL, changed_at INTEGER NOT NULL);
CREATE TABLE hub_texts (
  hub INTEGER NOT NULL REFERENCES hubs (id), ordinal INTEGER NOT NULL,
  language TEXT NOT NULL, name TEXT NOT NULL, description TEXT NOT NULL,
  PRIMARY KEY (hub, ordinal));
CREATE TABLE hub_choices (
  hub INTEGER NOT NULL REFERENCES hubs (id), ordinal INTEGER NOT NULL,
  facet TEXT NOT NULL, value TEXT NOT NULL,
  PRIMARY KEY (hub, ordinal));

-- Withdrawn news stay, so that their numbers are never given twice.
CREATE TABLE hub_news (
  hub INTEGER NOT NULL REFERENCES hubs (id), number INTEGER NOT NULL,
  language TEXT NOT NULL, title TEXT NOT NULL, body TEXT NOT NULL, day INTEGER NOT NULL,
  is_withdrawn INTEGER NOT NULL,
  role TEXT NOT NULL, at INTEGER NOT NULL, person INTEGER NOT NULL,
  PRIMARY KEY (hub, number));

-- Both leave when they are taken off; the audit trail tells of them.
CREATE TABLE hub_calls (
  hub INTEGER NOT NULL REFERENCES hubs (id), number INTEGER NOT NULL,
  call_name TEXT NOT NULL, language TEXT NOT NULL, note TEXT NOT NULL,
  deadline INTEGER NOT NULL, link TEXT NOT NULL,
  at INTEGER NOT NULL, person INTEGER NOT NULL,
  PRIMARY KEY (hub, number));
CREATE TABLE hub_highlights (
  hub INTEGER NOT NULL REFERENCES hubs (id), number INTEGER NOT NULL,
  project TEXT NOT NULL,            -- its address
  language TEXT NOT NULL, reason TEXT NOT NULL,
  at INTEGER NOT NULL, person INTEGER NOT NULL,
  PRIMARY KEY (hub, number), UNIQUE (hub, project));
)sql";

}  // namespace tributary::store
