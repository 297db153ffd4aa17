// store/pilot/pilot_schema.h: protocols, pilots, what was measured and what came of it, one
// migration of schema.cpp.
#pragma once

namespace tributary::store {

// Enumerations stand by their names; hashes are SHA-256 in hexadecimal digits.
inline constexpr const char* kPilotSchema = R"sql(
CREATE TABLE pilot_protocols (
  id INTEGER PRIMARY KEY,
  innovation INTEGER NOT NULL REFERENCES innovations (id),
  state TEXT NOT NULL,
  text TEXT NOT NULL,               -- as it stands now: ecosystem/pilot/protocol.h has its form
  revision INTEGER NOT NULL,        -- one more with each change
  drafted_at INTEGER NOT NULL, drafted_by INTEGER NOT NULL, changed_at INTEGER NOT NULL);
CREATE INDEX protocols_of_innovation ON pilot_protocols (innovation);

-- As registered, and as amended. Never changed, only added to, like all moves.
CREATE TABLE pilot_protocol_texts (
  protocol INTEGER NOT NULL REFERENCES pilot_protocols (id), number INTEGER NOT NULL,
  text TEXT NOT NULL, text_hash TEXT NOT NULL,
  reasons TEXT NOT NULL,            -- of an amendment
  at INTEGER NOT NULL, person INTEGER NOT NULL,
  PRIMARY KEY (protocol, number));
CREATE TABLE pilot_protocol_moves (
  protocol INTEGER NOT NULL REFERENCES pilot_protocols (id),
  number INTEGER NOT NULL,          -- the revision that it was made from
  act TEXT NOT NULL, from_state TEXT NOT NULL, to_state TEXT NOT NULL, reasons TEXT NOT NULL,
  at INTEGER NOT NULL, person INTEGER NOT NULL,
  PRIMARY KEY (protocol, number));

CREATE TABLE pilots (
  id INTEGER PRIMARY KEY,
  protocol INTEGER NOT NULL REFERENCES pilot_protocols (id),
  site TEXT NOT NULL, member_state TEXT NOT NULL,
  lead INTEGER NOT NULL,            -- the person
  state TEXT NOT NULL,
  revision INTEGER NOT NULL,        -- one more with each change
  planned_at INTEGER NOT NULL, changed_at INTEGER NOT NULL,
  UNIQUE (protocol, member_state, site));
CREATE TABLE pilot_moves (
  pilot INTEGER NOT NULL REFERENCES pilots (id),
  number INTEGER NOT NULL,          -- the revision that it was made from
  act TEXT NOT NULL, from_state TEXT NOT NULL, to_state TEXT NOT NULL, reasons TEXT NOT NULL,
  role TEXT NOT NULL, at INTEGER NOT NULL, person INTEGER NOT NULL,
  PRIMARY KEY (pilot, number));
CREATE TABLE pilot_flow (
  pilot INTEGER NOT NULL REFERENCES pilots (id), arm TEXT NOT NULL,
  assigned INTEGER NOT NULL, started INTEGER NOT NULL, measured INTEGER NOT NULL,
  analysed INTEGER NOT NULL,
  PRIMARY KEY (pilot, arm));

-- What was measured, as it stands: ecosystem/pilot/outcome_data.h has the form of its text.
CREATE TABLE pilot_data (
  pilot INTEGER PRIMARY KEY REFERENCES pilots (id),
  text TEXT NOT NULL, text_hash TEXT NOT NULL,
  first_at INTEGER NOT NULL,        -- when the first data came, whatever replaced them
  at INTEGER NOT NULL, person INTEGER NOT NULL);

-- What came of it, by outcome. Never changed.
CREATE TABLE pilot_effects (
  pilot INTEGER NOT NULL REFERENCES pilots (id), ordinal INTEGER NOT NULL,
  outcome TEXT NOT NULL, is_primary INTEGER NOT NULL, is_exploratory INTEGER NOT NULL,
  measure TEXT NOT NULL,
  value REAL NOT NULL, variance REAL NOT NULL, low REAL NOT NULL, high REAL NOT NULL,
  degrees_of_freedom REAL NOT NULL, design_effect REAL NOT NULL,
  probability_better REAL,          -- of a learner against one of the control arm
  treated INTEGER NOT NULL, control INTEGER NOT NULL,
  protocol_text INTEGER NOT NULL,   -- its number
  input_hash TEXT NOT NULL,         -- of that text and of the data
  at INTEGER NOT NULL, person INTEGER NOT NULL,
  PRIMARY KEY (pilot, ordinal));
)sql";

}  // namespace tributary::store
