// store/innovation/innovations_schema.h: the tables of innovations and their pipeline, one
// migration of schema.cpp.
#pragma once

namespace tributary::store {

// But for `innovations`, which says how things stand, rows are only ever added. Enumerations stand
// by their names.
inline constexpr const char* kInnovationsSchema = R"sql(
-- What the gate of a stage asks for. A new rule is a new row: who is before a gate keeps the rule
-- that was in force when they came there.
CREATE TABLE gate_rules (
  number INTEGER PRIMARY KEY,
  stage TEXT NOT NULL, required_assessments INTEGER NOT NULL, must_meet_score INTEGER NOT NULL,
  threshold_hundredths INTEGER NOT NULL,
  at INTEGER NOT NULL, person INTEGER NOT NULL);
CREATE TABLE gate_criteria (
  rule INTEGER NOT NULL REFERENCES gate_rules (number), ordinal INTEGER NOT NULL,
  name TEXT NOT NULL, must_be_met INTEGER NOT NULL, weight INTEGER NOT NULL,
  PRIMARY KEY (rule, ordinal));

CREATE TABLE innovations (
  id INTEGER PRIMARY KEY,
  stage TEXT NOT NULL, standing TEXT NOT NULL,
  revision INTEGER NOT NULL,        -- one more with each change
  text_number INTEGER NOT NULL,     -- of the present text
  member_state TEXT NOT NULL,       -- where it was proposed
  panel TEXT NOT NULL,              -- that has taken it on; empty: none yet
  mainstreaming_state TEXT NOT NULL,-- whose authority has taken it up; empty: none
  gate_round INTEGER NOT NULL,      -- one more with each decision of a gate
  gate_rule INTEGER REFERENCES gate_rules (number),
  merged_into INTEGER REFERENCES innovations (id),
  created_at INTEGER NOT NULL, created_by INTEGER NOT NULL, changed_at INTEGER NOT NULL);

CREATE TABLE innovation_texts (
  innovation INTEGER NOT NULL REFERENCES innovations (id), number INTEGER NOT NULL,
  title TEXT NOT NULL, problem TEXT NOT NULL, what_is_new TEXT NOT NULL,
  target_group TEXT NOT NULL, isced_field TEXT NOT NULL,
  setting TEXT, type TEXT, novelty TEXT,    -- NULL: not said yet
  novelty_justification TEXT NOT NULL, theory_of_change TEXT NOT NULL, resources TEXT NOT NULL,
  licence TEXT NOT NULL,
  search_words TEXT NOT NULL,       -- title, problem and what is new; folded
  at INTEGER NOT NULL, person INTEGER NOT NULL,
  PRIMARY KEY (innovation, number));
-- Its lists, by kind: eqf_level, intended_outcome, language, project, framework_item.
CREATE TABLE innovation_text_lists (
  innovation INTEGER NOT NULL, number INTEGER NOT NULL, kind TEXT NOT NULL,
  ordinal INTEGER NOT NULL, value TEXT NOT NULL,
  PRIMARY KEY (innovation, number, kind, ordinal));
CREATE INDEX innovations_with_value ON innovation_text_lists (kind, value);

-- The last row of a person says whether they are in the team.
CREATE TABLE innovation_team (
  innovation INTEGER NOT NULL REFERENCES innovations (id), number INTEGER NOT NULL,
  person INTEGER NOT NULL, kind TEXT NOT NULL, role TEXT NOT NULL,
  organisation TEXT NOT NULL,       -- its id in the catalogue; empty: none
  at INTEGER NOT NULL, by_person INTEGER NOT NULL,
  PRIMARY KEY (innovation, number));
CREATE TABLE innovation_supporters (
  innovation INTEGER NOT NULL REFERENCES innovations (id), person INTEGER NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (innovation, person));

CREATE TABLE innovation_lineage (
  innovation INTEGER NOT NULL REFERENCES innovations (id),
  earlier INTEGER NOT NULL REFERENCES innovations (id), kind TEXT NOT NULL,
  at INTEGER NOT NULL, person INTEGER NOT NULL,
  PRIMARY KEY (innovation, earlier));
-- What looks like an earlier one and, as somebody explains, is not.
CREATE TABLE innovation_distinctions (
  innovation INTEGER NOT NULL REFERENCES innovations (id),
  earlier INTEGER NOT NULL REFERENCES innovations (id), reasons TEXT NOT NULL,
  at INTEGER NOT NULL, person INTEGER NOT NULL,
  PRIMARY KEY (innovation, earlier));

CREATE TABLE innovation_facts (
  innovation INTEGER NOT NULL REFERENCES innovations (id), number INTEGER NOT NULL,
  gate_round INTEGER NOT NULL, kind TEXT NOT NULL, text TEXT NOT NULL,
  at INTEGER NOT NULL, person INTEGER NOT NULL,
  PRIMARY KEY (innovation, number));
-- The first is the protocol as registered, those behind it are amendments.
CREATE TABLE innovation_protocols (
  innovation INTEGER NOT NULL REFERENCES innovations (id), number INTEGER NOT NULL,
  title TEXT NOT NULL, text TEXT NOT NULL, text_hash BLOB NOT NULL,  -- SHA-256
  reasons TEXT NOT NULL,            -- of an amendment
  at INTEGER NOT NULL, person INTEGER NOT NULL,
  PRIMARY KEY (innovation, number));
CREATE TABLE evidence_packages (
  innovation INTEGER NOT NULL REFERENCES innovations (id), number INTEGER NOT NULL,
  gate_round INTEGER NOT NULL, at INTEGER NOT NULL, person INTEGER NOT NULL,
  PRIMARY KEY (innovation, number));
CREATE TABLE evidence_links (
  innovation INTEGER NOT NULL, package INTEGER NOT NULL, ordinal INTEGER NOT NULL,
  title TEXT NOT NULL, link TEXT NOT NULL,
  PRIMARY KEY (innovation, package, ordinal));

CREATE TABLE gate_assessments (
  innovation INTEGER NOT NULL REFERENCES innovations (id), gate_round INTEGER NOT NULL,
  reviewer INTEGER NOT NULL,
  is_recused INTEGER NOT NULL,      -- declared an interest, and gives no scores
  declaration TEXT NOT NULL, comment TEXT NOT NULL, at INTEGER NOT NULL,
  PRIMARY KEY (innovation, gate_round, reviewer));
CREATE TABLE gate_scores (
  innovation INTEGER NOT NULL, gate_round INTEGER NOT NULL, reviewer INTEGER NOT NULL,
  ordinal INTEGER NOT NULL,         -- of the rule's criterion
  score INTEGER,                    -- NULL: cannot judge
  PRIMARY KEY (innovation, gate_round, reviewer, ordinal));

-- Moves, decisions of gates among them; numbers are the revisions that they were made from. What
-- was before the gate are the assessments of its round.
CREATE TABLE innovation_moves (
  innovation INTEGER NOT NULL REFERENCES innovations (id), number INTEGER NOT NULL,
  act TEXT NOT NULL, from_stage TEXT NOT NULL, from_standing TEXT NOT NULL,
  to_stage TEXT NOT NULL, to_standing TEXT NOT NULL,
  reasons TEXT NOT NULL, at INTEGER NOT NULL, person INTEGER NOT NULL, role TEXT NOT NULL,
  framework TEXT NOT NULL,          -- number of its version then
  text_number INTEGER NOT NULL,
  gate_round INTEGER NOT NULL, gate_rule INTEGER REFERENCES gate_rules (number),
  confirmed_by INTEGER,             -- of an override, which is nothing else
  merge_target INTEGER REFERENCES innovations (id),
  state TEXT NOT NULL, competent_authority TEXT NOT NULL,  -- of a decision on mainstreaming
  in_force_from INTEGER,
  PRIMARY KEY (innovation, number));
CREATE INDEX innovations_by_act ON innovation_moves (act, innovation);
-- Overrides that were proposed; one stands as long as nothing else changed since.
CREATE TABLE override_proposals (
  innovation INTEGER NOT NULL REFERENCES innovations (id), number INTEGER NOT NULL,
  act TEXT NOT NULL, reasons TEXT NOT NULL, at INTEGER NOT NULL, person INTEGER NOT NULL,
  PRIMARY KEY (innovation, number));
-- Of a move or a proposed override.
CREATE TABLE decision_evidence (
  innovation INTEGER NOT NULL, number INTEGER NOT NULL, ordinal INTEGER NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (innovation, number, ordinal));
CREATE TABLE decision_conditions (
  innovation INTEGER NOT NULL, number INTEGER NOT NULL, ordinal INTEGER NOT NULL,
  text TEXT NOT NULL, due INTEGER NOT NULL,
  PRIMARY KEY (innovation, number, ordinal));
)sql";

}  // namespace tributary::store
