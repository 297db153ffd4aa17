// evidence/ranking/decision_table.h
//
// What is ranked: options by criteria, each value with its unit, each criterion with the direction
// that is better.
//
//   DecisionTable table{.directions = {Direction::benefit, Direction::cost},
//                       .rows = {{4.2, 310}, {3.9, 150}}};
//
// Plain data and a pure function; safe to call from any thread.
#pragma once

#include <vector>

#include "base/result.h"

namespace tributary::evidence {

enum class Direction {
  benefit,  ///< more is better
  cost,     ///< less is better
};

struct DecisionTable {
  std::vector<Direction> directions;      ///< of each criterion
  std::vector<std::vector<double>> rows;  ///< an option each, a value a criterion
};

/// Errors: `invalid_argument` where there are fewer than two options, no criteria, a row of another
/// length, or a value that is no finite number; names option and criterion, counted from 1.
Result<> check_table(const DecisionTable& table);

}  // namespace tributary::evidence
