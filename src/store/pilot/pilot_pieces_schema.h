// store/pilot/pilot_pieces_schema.h: what was measured of many learners, and who led a pilot
// before, one migration of schema.cpp.
#pragma once

namespace tributary::store {

// The text of what was measured is that of pilot_data and then those of the pieces, whole lines
// each, in the order of their numbers. What came before there were pieces is all in pilot_data;
// what came since is all in pieces.
//
// The figures are those of the arms by the protocol text with that hash, in the same form, so that
// a page does not read a million learners.
inline constexpr const char* kPilotPiecesSchema = R"sql(
CREATE TABLE pilot_data_pieces (
  pilot INTEGER NOT NULL REFERENCES pilots (id), number INTEGER NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (pilot, number));

CREATE TABLE pilot_figures (
  pilot INTEGER PRIMARY KEY REFERENCES pilots (id),
  is_of_learners INTEGER NOT NULL,
  row_count INTEGER NOT NULL,
  protocol_hash TEXT NOT NULL, text TEXT NOT NULL);

-- Only ever added to.
CREATE TABLE pilot_handovers (
  pilot INTEGER NOT NULL REFERENCES pilots (id),
  number INTEGER NOT NULL,          -- the revision that it was made from
  from_person INTEGER NOT NULL, to_person INTEGER NOT NULL, reasons TEXT NOT NULL,
  at INTEGER NOT NULL, person INTEGER NOT NULL,
  PRIMARY KEY (pilot, number));
)sql";

}  // namespace tributary::store
