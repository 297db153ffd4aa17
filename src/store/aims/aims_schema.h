// store/aims/aims_schema.h: what providers answer about what they do anew, one migration of
// schema.cpp.
#pragma once

namespace tributary::store {

// Enumerations stand by their names. What is not known is NULL, which is not 0.
inline constexpr const char* kAimsSchema = R"sql(
CREATE TABLE provider_answers (
  id INTEGER PRIMARY KEY,
  provider INTEGER NOT NULL REFERENCES vet_providers (id),
  answered INTEGER NOT NULL,
  learners INTEGER, learners_reached INTEGER,
  source TEXT NOT NULL,
  revision INTEGER NOT NULL,        -- one more with each change
  recorded_at INTEGER NOT NULL, recorded_by INTEGER NOT NULL, changed_at INTEGER NOT NULL,
  UNIQUE (provider, answered));
-- None of an answer says that there was no innovation.
CREATE TABLE answered_innovations (
  answer INTEGER NOT NULL REFERENCES provider_answers (id), ordinal INTEGER NOT NULL,
  implemented INTEGER NOT NULL, type TEXT NOT NULL, novelty TEXT NOT NULL,
  PRIMARY KEY (answer, ordinal));

-- How many providers a state has, as somebody of the state says. Never changed, only added to.
CREATE TABLE provider_scopes (
  member_state TEXT NOT NULL, number INTEGER NOT NULL,
  providers INTEGER NOT NULL, day INTEGER NOT NULL, source TEXT NOT NULL,
  at INTEGER NOT NULL, person INTEGER NOT NULL,
  PRIMARY KEY (member_state, number));
)sql";

}  // namespace tributary::store
