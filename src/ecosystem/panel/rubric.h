// ecosystem/panel/rubric.h
//
// What a panel scores by: criteria with a question each, and for every point of the scale the words
// that anchor it. A rubric is a draft until it is published; then it never changes, and its gate
// asks for what it says.
//
//   TRY(check_publishable(rubric));
//   const auto rule = gate_rule_of(rubric);   // what read_gate() measures by
//
// Pure functions; safe from any thread.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "ecosystem/innovation/gate_rule.h"

namespace tributary::ecosystem {

enum class RubricState : std::uint8_t { draft, published };

std::string_view name_of(RubricState state);

inline constexpr std::size_t kScalePoints = kHighestScore - kLowestScore + 1;

struct RubricCriterion {
  Criterion criterion;
  std::string question;                           ///< what a reviewer asks of the innovation
  std::array<std::string, kScalePoints> anchors;  ///< what each point means, from the lowest on
  bool operator==(const RubricCriterion&) const = default;
};

struct Rubric {
  Stage stage = Stage::assessment;  ///< whose exit gate it is of
  std::string title;
  std::vector<RubricCriterion> criteria;
  int required_assessments = 3;
  int must_meet_score = 2;
  int threshold_hundredths = 250;
  bool operator==(const Rubric&) const = default;
};

/// More of them are no help to anybody who scores.
inline constexpr std::size_t kMostCriteria = 20;

/// The part of it that gates read.
GateRule gate_rule_of(const Rubric& rubric);

/// What a draft has to hold already. Errors: `invalid_argument` naming the field.
Result<> check_rubric(const Rubric& rubric);

/// Errors: those of check_rubric(); `unmet` naming the first criterion without a question or with a
/// point that no words anchor.
Result<> check_publishable(const Rubric& rubric);

}  // namespace tributary::ecosystem
