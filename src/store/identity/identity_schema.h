// store/identity/identity_schema.h: one organisation under several names, one migration of
// schema.cpp.
#pragma once

namespace tributary::store {

inline constexpr const char* kIdentitySchema = R"sql(
-- What was decided on who is who, oldest first: organisation_decisions.h. Rows are added and never
-- changed, but for undone_by.
CREATE TABLE organisation_decisions (
  number INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  one_id INTEGER NOT NULL,          -- merge: who became part of the other; split: who was split
  other_id INTEGER NOT NULL,        -- merge: who stays; split: who came out
  person INTEGER NOT NULL,          -- 0: the program
  at INTEGER NOT NULL, reason TEXT NOT NULL,
  score REAL, features TEXT NOT NULL,  -- of a merge by the program
  undoes INTEGER, undone_by INTEGER);  -- numbers
CREATE INDEX organisation_decisions_of_one ON organisation_decisions (one_id);
CREATE INDEX organisation_decisions_of_other ON organisation_decisions (other_id);

-- Who is part of whom as it stands: always that organisation of a merge which is part of no other.
-- Rows and participations of a member stay its own, so that a merge is undone by taking this away.
CREATE TABLE organisation_members (
  member_id INTEGER PRIMARY KEY, organisation_id INTEGER NOT NULL);
CREATE INDEX organisation_members_of ON organisation_members (organisation_id);

-- Pairs that a curator is asked about, or was: one_id is the lower.
CREATE TABLE organisation_doubts (
  one_id INTEGER NOT NULL, other_id INTEGER NOT NULL,
  state TEXT NOT NULL,
  score REAL NOT NULL, features TEXT NOT NULL, at INTEGER NOT NULL,
  PRIMARY KEY (one_id, other_id));
CREATE INDEX organisation_doubts_by_state ON organisation_doubts (state, score);

-- What was compared of an organisation when it was last compared with all others, by its hash.
CREATE TABLE organisation_compared (
  organisation_id INTEGER PRIMARY KEY, stated_hash INTEGER NOT NULL);

-- What a split took out, so that it is put back as it was.
CREATE TABLE organisation_splits (
  decision INTEGER PRIMARY KEY,
  before_row BLOB NOT NULL, after_row BLOB NOT NULL,  -- of who was split: catalogue/record_codec.h
  before_year INTEGER, before_hash INTEGER);          -- of its newest statement
CREATE TABLE organisation_split_names (
  decision INTEGER NOT NULL, name TEXT NOT NULL,
  PRIMARY KEY (decision, name));
)sql";

}  // namespace tributary::store
