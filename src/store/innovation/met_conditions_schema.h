// store/innovation/met_conditions_schema.h: what became of the conditions of gates, one migration
// of schema.cpp.
#pragma once

namespace tributary::store {

// Rows are only ever added.
inline constexpr const char* kMetConditionsSchema = R"sql(
CREATE TABLE met_conditions (
  innovation INTEGER NOT NULL, number INTEGER NOT NULL, ordinal INTEGER NOT NULL,
  shown_by TEXT NOT NULL,           -- why it counts as met
  role TEXT NOT NULL, at INTEGER NOT NULL, person INTEGER NOT NULL,
  PRIMARY KEY (innovation, number, ordinal),
  FOREIGN KEY (innovation, number, ordinal)
    REFERENCES decision_conditions (innovation, number, ordinal));
)sql";

}  // namespace tributary::store
