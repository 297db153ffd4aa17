// store/panel/panel_schema.h: rubrics, and how panels come to their scores, one migration of
// schema.cpp. The scores that a gate reads first are in innovations_schema.h (gate_assessments).
#pragma once

namespace tributary::store {

// Enumerations stand by their names.
inline constexpr const char* kPanelSchema = R"sql(
-- A draft changes, what is published does not.
CREATE TABLE rubrics (
  id INTEGER PRIMARY KEY,
  stage TEXT NOT NULL, title TEXT NOT NULL, state TEXT NOT NULL,
  revision INTEGER NOT NULL,        -- one more with each change
  required_assessments INTEGER NOT NULL, must_meet_score INTEGER NOT NULL,
  threshold_hundredths INTEGER NOT NULL,
  gate_rule INTEGER REFERENCES gate_rules (number),  -- that its publication made
  created_at INTEGER NOT NULL, created_by INTEGER NOT NULL,
  published_at INTEGER, published_by INTEGER,
  UNIQUE (gate_rule));
CREATE TABLE rubric_criteria (
  rubric INTEGER NOT NULL REFERENCES rubrics (id), ordinal INTEGER NOT NULL,
  name TEXT NOT NULL, question TEXT NOT NULL, must_be_met INTEGER NOT NULL,
  weight INTEGER NOT NULL,
  anchor_0 TEXT NOT NULL, anchor_1 TEXT NOT NULL, anchor_2 TEXT NOT NULL,
  anchor_3 TEXT NOT NULL, anchor_4 TEXT NOT NULL,
  PRIMARY KEY (rubric, ordinal));

-- Never changed, only added to; the last row of a reviewer in a round says how they stand.
CREATE TABLE reviewer_events (
  innovation INTEGER NOT NULL REFERENCES innovations (id), number INTEGER NOT NULL,
  gate_round INTEGER NOT NULL, reviewer INTEGER NOT NULL, kind TEXT NOT NULL,
  text TEXT NOT NULL,               -- a declaration, or why somebody is released
  at INTEGER NOT NULL, person INTEGER NOT NULL,
  PRIMARY KEY (innovation, number));

-- What a reviewer has saved and not submitted; gone with the submission. Calibration 0 is before
-- there is any.
CREATE TABLE score_drafts (
  innovation INTEGER NOT NULL REFERENCES innovations (id), gate_round INTEGER NOT NULL,
  calibration INTEGER NOT NULL, reviewer INTEGER NOT NULL,
  revision INTEGER NOT NULL,        -- one more with each saving
  comment TEXT NOT NULL, at INTEGER NOT NULL,
  PRIMARY KEY (innovation, gate_round, calibration, reviewer));
CREATE TABLE score_draft_lines (
  innovation INTEGER NOT NULL, gate_round INTEGER NOT NULL, calibration INTEGER NOT NULL,
  reviewer INTEGER NOT NULL, ordinal INTEGER NOT NULL,
  is_answered INTEGER NOT NULL, score INTEGER,  -- answered and NULL: cannot judge
  comment TEXT NOT NULL,
  PRIMARY KEY (innovation, gate_round, calibration, reviewer, ordinal));

-- Rounds in which those who scored score once more. All of it is only ever added to.
CREATE TABLE calibrations (
  innovation INTEGER NOT NULL REFERENCES innovations (id), gate_round INTEGER NOT NULL,
  number INTEGER NOT NULL,          -- from 1 in each round of a gate
  reasons TEXT NOT NULL, at INTEGER NOT NULL, person INTEGER NOT NULL,
  PRIMARY KEY (innovation, gate_round, number));
CREATE TABLE calibrated_assessments (
  innovation INTEGER NOT NULL, gate_round INTEGER NOT NULL, calibration INTEGER NOT NULL,
  reviewer INTEGER NOT NULL, comment TEXT NOT NULL, at INTEGER NOT NULL,
  PRIMARY KEY (innovation, gate_round, calibration, reviewer),
  FOREIGN KEY (innovation, gate_round, calibration)
    REFERENCES calibrations (innovation, gate_round, number));
CREATE TABLE calibrated_scores (
  innovation INTEGER NOT NULL, gate_round INTEGER NOT NULL, calibration INTEGER NOT NULL,
  reviewer INTEGER NOT NULL, ordinal INTEGER NOT NULL,
  score INTEGER,                    -- NULL: cannot judge
  PRIMARY KEY (innovation, gate_round, calibration, reviewer, ordinal));

-- Of submitted scores, those that have one; calibration 0 goes with gate_scores.
CREATE TABLE score_comments (
  innovation INTEGER NOT NULL, gate_round INTEGER NOT NULL, calibration INTEGER NOT NULL,
  reviewer INTEGER NOT NULL, ordinal INTEGER NOT NULL, comment TEXT NOT NULL,
  PRIMARY KEY (innovation, gate_round, calibration, reviewer, ordinal));
)sql";

}  // namespace tributary::store
