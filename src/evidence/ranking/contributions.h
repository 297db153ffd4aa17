// evidence/ranking/contributions.h
//
// Scores that are sums: what each criterion would contribute to each option's score, before its
// weight. Both the weighted sum and the net flow of PROMETHEE II are of this form, so ranking,
// sensitivity and SMAA take either.
//
//   const auto parts = TRY(value_contributions(table, Scaling::by_range));
//   TRY(weighted_ranking(parts, weights)).front()  →  the best option
//
// Plain data and pure functions; safe to call from any thread.
#pragma once

#include <span>
#include <vector>

#include "base/result.h"
#include "evidence/ranking/decision_table.h"
#include "evidence/ranking/placement.h"
#include "evidence/ranking/weights.h"

namespace tributary::evidence {

/// An option's score is Σ weight·contribution over the criteria; more is better.
struct Contributions {
  std::size_t options = 0;
  std::size_t criteria = 0;
  std::vector<double> values;  ///< option after option

  [[nodiscard]] std::span<const double> of(std::size_t option) const {
    return std::span(values).subspan(option * criteria, criteria);
  }
};

enum class Scaling {
  as_given,  ///< values are on one scale already, as those of a rubric; costs count negative
  by_range,  ///< from 0 for the worst to 1 for the best option; 0 for all where none differs
};

/// The parts of a weighted sum. Errors: those of check_table().
Result<Contributions> value_contributions(const DecisionTable& table, Scaling scaling);

/// `weights` as normalised. The scores of all options.
[[nodiscard]] std::vector<double> weighted_scores(const Contributions& parts,
                                                  std::span<const double> weights);

/// Errors: those of normalised_weights().
Result<std::vector<Placement>> weighted_ranking(const Contributions& parts,
                                                std::span<const double> weights);

}  // namespace tributary::evidence
