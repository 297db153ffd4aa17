// store/panel/agreement_draws_schema.h: by what the agreement of a panel is drawn, one migration of
// schema.cpp.
#pragma once

namespace tributary::store {

// Rounds that were scored before seeds were kept go on with those that were computed for them.
inline constexpr const char* kAgreementDrawsSchema = R"sql(
CREATE TABLE panel_agreements (
  innovation INTEGER NOT NULL REFERENCES innovations (id), gate_round INTEGER NOT NULL,
  calibration INTEGER NOT NULL,     -- 0: the first scoring
  seed INTEGER NOT NULL, draws INTEGER NOT NULL, level REAL NOT NULL,
  figures TEXT,                     -- as they were when the gate was decided; NULL: it is not
  PRIMARY KEY (innovation, gate_round, calibration));
-- Whose scores counted then.
CREATE TABLE panel_agreement_reviewers (
  innovation INTEGER NOT NULL, gate_round INTEGER NOT NULL, calibration INTEGER NOT NULL,
  reviewer INTEGER NOT NULL,
  PRIMARY KEY (innovation, gate_round, calibration, reviewer),
  FOREIGN KEY (innovation, gate_round, calibration)
    REFERENCES panel_agreements (innovation, gate_round, calibration));
INSERT INTO panel_agreements (innovation, gate_round, calibration, seed, draws, level)
  SELECT DISTINCT innovation, gate_round, 0, (innovation * 1000 + gate_round) * 100, 2000, 0.95
  FROM gate_assessments;
INSERT INTO panel_agreements (innovation, gate_round, calibration, seed, draws, level)
  SELECT innovation, gate_round, number, (innovation * 1000 + gate_round) * 100 + number, 2000, 0.95
  FROM calibrations;
)sql";

}  // namespace tributary::store
