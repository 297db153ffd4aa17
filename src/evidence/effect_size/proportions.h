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

/// ln(p₁/p₂), and 1/a − 1/n₁ + 1/c − 1/n₂ (Borenstein et al. 2009, 5.2 and 5.3).
Result<EffectEstimate> log_risk_ratio(const TwoByTwo& table);

/// ln(ad/(bc)), and 1/a + 1/b + 1/c + 1/d (ibid., 5.9 and 5.10).
Result<EffectEstimate> log_odds_ratio(const TwoByTwo& table);

}  // namespace tributary::evidence
