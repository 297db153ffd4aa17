// evidence/ranking/topsis.h
//
// TOPSIS: the option that is near the ideal and far from its contrary.
//
//   TRY(topsis_ranking(table, weights)).front().score  →  the best closeness
//
// A pure function; safe to call from any thread.
#pragma once

#include <span>
#include <vector>

#include "base/result.h"
#include "evidence/ranking/decision_table.h"
#include "evidence/ranking/placement.h"

namespace tributary::evidence {

/// Closeness D⁻/(D⁺ + D⁻), from 0 to 1: D⁺ and D⁻ are the Euclidean distances from the best and the
/// worst value of every criterion, after values are divided by the root of their criterion's sum of
/// squares and multiplied by its weight. Not a sum of parts: an option more may change the order of
/// the others. Source: Hwang and Yoon (1981); Tzeng and Huang (2011), Multiple Attribute Decision
/// Making, ch. 5. Errors: those of check_table() and normalised_weights(); `unmet` where no
/// weighted criterion tells options apart.
Result<std::vector<Placement>> topsis_ranking(const DecisionTable& table,
                                              std::span<const double> weights);

}  // namespace tributary::evidence
