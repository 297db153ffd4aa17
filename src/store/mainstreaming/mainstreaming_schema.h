// store/mainstreaming/mainstreaming_schema.h: the tables of mainstreaming and adoption, one
// migration of schema.cpp.
#pragma once

namespace tributary::store {

// Enumerations stand by their names. What is not known is NULL, which is not 0.
inline constexpr const char* kMainstreamingSchema = R"sql(
CREATE TABLE mainstreaming_cases (
  id INTEGER PRIMARY KEY,
  innovation INTEGER NOT NULL REFERENCES innovations (id),
  member_state TEXT NOT NULL, lever TEXT NOT NULL, competent_authority TEXT NOT NULL,
  cost_at_scale INTEGER,            -- cents a year
  risks TEXT NOT NULL, equity TEXT NOT NULL,
  in_force_from INTEGER,
  state TEXT NOT NULL,
  revision INTEGER NOT NULL,        -- one more with each change
  prepared_at INTEGER NOT NULL, prepared_by INTEGER NOT NULL, changed_at INTEGER NOT NULL);
CREATE INDEX cases_of_innovation ON mainstreaming_cases (innovation);

-- All twelve of each case.
CREATE TABLE mainstreaming_checklists (
  case_id INTEGER NOT NULL REFERENCES mainstreaming_cases (id), item INTEGER NOT NULL,
  answer TEXT NOT NULL, evidence TEXT NOT NULL,
  PRIMARY KEY (case_id, item));

-- Never changed, only added to.
CREATE TABLE mainstreaming_moves (
  case_id INTEGER NOT NULL REFERENCES mainstreaming_cases (id),
  number INTEGER NOT NULL,          -- the revision that it was made from
  act TEXT NOT NULL, from_state TEXT NOT NULL, to_state TEXT NOT NULL,
  reasons TEXT NOT NULL, in_force_from INTEGER,
  role TEXT NOT NULL, at INTEGER NOT NULL, person INTEGER NOT NULL,
  PRIMARY KEY (case_id, number));

CREATE TABLE vet_providers (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL, member_state TEXT NOT NULL,
  organisation INTEGER,             -- its id in the catalogue
  learners INTEGER,
  revision INTEGER NOT NULL,        -- one more with each change
  added_at INTEGER NOT NULL, added_by INTEGER NOT NULL,
  UNIQUE (member_state, name));

CREATE TABLE adoptions (
  id INTEGER PRIMARY KEY,
  provider INTEGER NOT NULL REFERENCES vet_providers (id),
  innovation INTEGER NOT NULL REFERENCES innovations (id),
  adopted INTEGER NOT NULL, stopped INTEGER,
  fidelity TEXT,
  source TEXT NOT NULL,
  revision INTEGER NOT NULL,        -- one more with each change
  recorded_at INTEGER NOT NULL, recorded_by INTEGER NOT NULL, changed_at INTEGER NOT NULL,
  UNIQUE (innovation, provider, adopted));

-- Who was asked and does not use it. Never changed, only added to.
CREATE TABLE adoption_replies (
  provider INTEGER NOT NULL REFERENCES vet_providers (id),
  innovation INTEGER NOT NULL REFERENCES innovations (id),
  number INTEGER NOT NULL,
  day INTEGER NOT NULL, source TEXT NOT NULL,
  at INTEGER NOT NULL, person INTEGER NOT NULL,
  PRIMARY KEY (innovation, provider, number));
)sql";

}  // namespace tributary::store
