// ecosystem/pilot/learner_intake.h
//
// Takes a table of learners row by row as it was handed in, says what is wrong with a row by its
// column, and has the text that is stored and the figures of what was taken.
//
//   LearnerIntake intake(protocol);
//   const auto taken = intake.take({.learner = "PT-017", .arm = "treated", …}, 2);
//   store(intake.take_text());           // now and then; OutcomeReader reads it
//   intake.summaries()
//
// Besides the text that was not taken yet it holds some 60 bytes a learner and 16 a row. Not
// thread-safe.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ecosystem/pilot/learner_figures.h"
#include "ecosystem/pilot/name_table.h"
#include "ecosystem/pilot/outcome_data.h"

namespace tributary::ecosystem {

/// As written. A number that was not measured is empty.
struct LearnerCells {
  std::string_view learner, arm, group, outcome, before, after;
};

class LearnerIntake {
 public:
  /// REQUIRES: the protocol outlives it and has at most kMostOutcomes outcomes.
  explicit LearnerIntake(const PilotProtocol& protocol);

  /// `line` is where the row begins, for what is said of others. Errors: `invalid_argument` with
  /// the column as its context; nothing of the row is taken then.
  Result<> take(const LearnerCells& cells, std::uint64_t line);

  [[nodiscard]] std::int64_t rows() const { return rows_; }

  /// Of what was taken since the last time, whole lines; the header comes first of all.
  [[nodiscard]] std::size_t text_bytes() const { return text_.size(); }
  [[nodiscard]] std::string take_text() { return std::exchange(text_, {}); }

  [[nodiscard]] std::vector<ArmSummary> summaries() const { return figures_.summaries(); }

 private:
  /// What the first row of a learner said.
  struct Learner {
    std::uint64_t line = 0;
    std::uint32_t group = 0;     ///< its number and 1; 0: none
    std::uint16_t outcomes = 0;  ///< those that have a row, one bit each
    Arm arm = Arm::treated;
  };

  Result<std::size_t> outcome_of(std::string_view name) const;
  Result<> check_beside_others(const Learner& known, const MeasuredLearner& row) const;
  void write(const LearnerCells& cells, const MeasuredLearner& row);

  const PilotProtocol& protocol_;
  NameTable names_, groups_;
  std::vector<Learner> learners_;  ///< by number
  LearnerFigures figures_;
  std::string text_;
  std::int64_t rows_ = 0;
};

}  // namespace tributary::ecosystem
