// store/application/applications_schema.h: the tables of applications, one migration of schema.cpp.
#pragma once

namespace tributary::store {

// Enumerations stand by their names, a missing level as NULL, which is not level 0.
inline constexpr const char* kApplicationsSchema = R"sql(
CREATE TABLE applications (
  id INTEGER PRIMARY KEY,
  state TEXT NOT NULL, region TEXT NOT NULL,        -- empty: the state itself
  version_id INTEGER NOT NULL REFERENCES framework_versions (id),
  type TEXT NOT NULL, stage TEXT NOT NULL,
  revision INTEGER NOT NULL,        -- one more with each change
  carried_from INTEGER REFERENCES applications (id),
  begun_at INTEGER NOT NULL, begun_by INTEGER NOT NULL,
  UNIQUE (state, region, version_id));
CREATE INDEX applications_of_version ON applications (version_id, state, region);

-- What a state or region says itself.
CREATE TABLE applied_items (
  application_id INTEGER NOT NULL REFERENCES applications (id), item_key TEXT NOT NULL,
  status TEXT NOT NULL, self_assessed TEXT,
  adaptation TEXT NOT NULL, explanation TEXT NOT NULL, responsible_body TEXT NOT NULL,
  from_day INTEGER, until_day INTEGER,
  is_carried INTEGER NOT NULL,      -- as it was said for the version before
  PRIMARY KEY (application_id, item_key));
CREATE TABLE applied_item_evidence (
  application_id INTEGER NOT NULL, item_key TEXT NOT NULL, ordinal INTEGER NOT NULL,
  link TEXT NOT NULL,
  PRIMARY KEY (application_id, item_key, ordinal),
  FOREIGN KEY (application_id, item_key) REFERENCES applied_items (application_id, item_key));

CREATE TABLE application_targets (
  application_id INTEGER NOT NULL REFERENCES applications (id), item_key TEXT NOT NULL,
  level TEXT NOT NULL,
  PRIMARY KEY (application_id, item_key));

-- Never changed, only added to, like moves: the last of an item counts.
CREATE TABLE peer_reviews (
  application_id INTEGER NOT NULL REFERENCES applications (id), number INTEGER NOT NULL,
  item_key TEXT NOT NULL, level TEXT NOT NULL, reasons TEXT NOT NULL,
  state TEXT NOT NULL,              -- for which the reviewer spoke
  at INTEGER NOT NULL, person INTEGER NOT NULL,
  PRIMARY KEY (application_id, number));
CREATE TABLE application_moves (
  application_id INTEGER NOT NULL REFERENCES applications (id),
  number INTEGER NOT NULL,          -- the revision that it was made from
  act TEXT NOT NULL, to_stage TEXT NOT NULL, at INTEGER NOT NULL, person INTEGER NOT NULL,
  reasons TEXT NOT NULL,
  PRIMARY KEY (application_id, number));
)sql";

}  // namespace tributary::store
