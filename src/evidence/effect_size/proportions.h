// evidence/effect_size/proportions.h
//
// How often something happens in two groups: risk difference, risk ratio, odds ratio.
//
//   log_risk_ratio({.treated_cases = 4, .treated_others = 119, .control_cases = 11, .control_others
//   = 128})
//     →  -0.8893, variance 0.3256
//
// Ratios are natural logarithms. A table with an empty cell has half a learner added to each of its
// cells, as its ratio would be infinite otherwise. Pure functions; safe to call from any thread.
#pragma once

#include <cstdint>

#include "base/result.h"
#include "evidence/distribution/interval.h"
#include "evidence/effect_size/effect_estimate.h"

namespace tributary::evidence {

struct TwoByTwo {
  std::int64_t treated_cases = 0, treated_others = 0;
  std::int64_t control_cases = 0, control_others = 0;
};

/// p₁ − p₂, and p₁(1−p₁)/n₁ + p₂(1−p₂)/n₂, where an empty cell has the half in the variance alone.
/// Errors of all three: `invalid_argument` for a negative count or an empty group; for a ratio also
/// where nobody or everybody of both groups is a case, as such a table says nothing of it.
Result<EffectEstimate> risk_difference(const TwoByTwo& table);

/// Wilson's interval of a share of `count` learners, which need not be a whole number: those that
/// learners in groups are worth. REQUIRES: a share from 0 to 1, a count and a quantile above 0.
Interval score_interval(double share, double count, double quantile);

/// The score interval of p₁ − p₂ (Newcombe 1998, method 10): p₁ − p₂ − √((p₁ − l₁)² + (u₂ − p₂)²)
/// to p₁ − p₂ + √((u₁ − p₁)² + (p₂ − l₂)²), l and u being Wilson's of each share. It stays within
/// −1 to 1 and holds also where a share is 0 or 1. `quantile` is the one of its level, 1.96 for 95
/// % by the normal distribution; learners in groups count as n / `design_effect` each. Errors:
/// those of risk_difference(), and for a quantile not above 0 or a design effect below 1.
Result<Interval> risk_difference_interval(const TwoByTwo& table, double quantile,
                                          double design_effect = 1);

/// ln(p₁/p₂), and 1/a − 1/n₁ + 1/c − 1/n₂ (Borenstein et al. 2009, 5.2 and 5.3).
Result<EffectEstimate> log_risk_ratio(const TwoByTwo& table);

/// ln(ad/(bc)), and 1/a + 1/b + 1/c + 1/d (ibid., 5.9 and 5.10).
Result<EffectEstimate> log_odds_ratio(const TwoByTwo& table);

}  // namespace tributary::evidence
