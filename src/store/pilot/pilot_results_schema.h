// store/pilot/pilot_results_schema.h: effects on shares, and what pilots took; one migration of
// schema.cpp.
#pragma once

namespace tributary::store {

// Beside pilot_effects, whose value is the difference of shares there. Never changed. Ratios are
// null where they are not defined.
inline constexpr const char* kPilotResultsSchema = R"sql(
CREATE TABLE pilot_effect_shares (
  pilot INTEGER NOT NULL, ordinal INTEGER NOT NULL,
  treated_events INTEGER NOT NULL, control_events INTEGER NOT NULL,
  risk_ratio REAL, risk_ratio_low REAL, risk_ratio_high REAL,
  odds_ratio REAL, odds_ratio_low REAL, odds_ratio_high REAL,
  PRIMARY KEY (pilot, ordinal),
  FOREIGN KEY (pilot, ordinal) REFERENCES pilot_effects (pilot, ordinal));

-- As it stands.
CREATE TABLE pilot_delivery (
  pilot INTEGER PRIMARY KEY REFERENCES pilots (id),
  sessions_planned INTEGER, sessions_delivered INTEGER,
  context TEXT NOT NULL,
  at INTEGER NOT NULL, person INTEGER NOT NULL);
CREATE TABLE pilot_costs (
  pilot INTEGER NOT NULL REFERENCES pilot_delivery (pilot), ordinal INTEGER NOT NULL,
  kind TEXT NOT NULL, what TEXT NOT NULL,
  cents INTEGER NOT NULL,           -- of staff time: of an hour
  hours REAL,                       -- of staff time alone
  PRIMARY KEY (pilot, ordinal));
)sql";

}  // namespace tributary::store
