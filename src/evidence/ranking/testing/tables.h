// evidence/ranking/testing/tables.h
//
// Any table of options and criteria, any weights, for property tests.
#pragma once

#include <rapidcheck.h>

#include "evidence/ranking/contributions.h"

namespace tributary::evidence {

/// Small whole numbers, so that ties occur.
inline DecisionTable any_table(std::size_t fewest_criteria = 1) {
  const auto criteria = *rc::gen::inRange<std::size_t>(fewest_criteria, 5);
  DecisionTable table;
  for (std::size_t criterion = 0; criterion < criteria; ++criterion) {
    table.directions.push_back(*rc::gen::arbitrary<bool>() ? Direction::cost : Direction::benefit);
  }
  table.rows.resize(*rc::gen::inRange<std::size_t>(2, 6));
  for (auto& row : table.rows) {
    for (std::size_t criterion = 0; criterion < criteria; ++criterion) {
      row.push_back(*rc::gen::inRange(-5, 10));
    }
  }
  return table;
}

inline Weights any_weights(std::size_t criteria) {
  Weights weights;
  for (std::size_t criterion = 0; criterion < criteria; ++criterion) {
    weights.push_back(*rc::gen::inRange(1, 20));
  }
  return weights;
}

inline Contributions any_parts(std::size_t fewest_criteria = 1) {
  return *value_contributions(any_table(fewest_criteria), Scaling::by_range);
}

}  // namespace tributary::evidence
