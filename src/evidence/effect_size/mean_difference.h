// evidence/effect_size/mean_difference.h
//
// The standardised difference of two independent groups: Hedges' g.
//
//   hedges_g({.mean = 103, .standard_deviation = 5.5, .learners = 50},
//            {.mean = 100, .standard_deviation = 4.5, .learners = 50})  →  0.5924, variance 0.0411
//
// Unit: standard deviations of the outcome within a group, pooled over both; above 0 where the
// treated group has more. Assumes that learners are independent of one another (otherwise:
// cluster_adjustment.h) and that both groups spread alike. Pure functions; safe to call from any
// thread.
#pragma once

#include <cstdint>

#include "base/result.h"
#include "evidence/effect_size/effect_estimate.h"

namespace tributary::evidence {

/// A group's outcome in figures.
struct GroupSummary {
  double mean = 0;
  double standard_deviation = 0;  ///< with n − 1
  std::int64_t learners = 0;
};

/// Takes the bias out of a standardised difference: Γ(m/2) / (√(m/2)·Γ((m−1)/2)) for m degrees of
/// freedom above 1 (Hedges 1981, equation 6e; exact, not 1 − 3/(4m − 1)).
[[nodiscard]] double hedges_correction(double degrees_of_freedom);

/// The standard deviation within the groups, (Σ (n−1)·s²) / (Σ n − 2) under the root.
[[nodiscard]] double pooled_standard_deviation(const GroupSummary& one, const GroupSummary& other);

/// Names the first of a group's figures that cannot be: `what` begins the message. At least two
/// learners, finite numbers, no negative standard deviation.
Result<> check_group(const GroupSummary& group, std::string_view what);

/// g = J(n₁+n₂−2)·(mean₁−mean₂)/s and J²·((n₁+n₂)/(n₁n₂) + d²/(2(n₁+n₂))) (Borenstein et al.
/// 2009, 4.18 to 4.24). Errors: `invalid_argument` for figures that cannot be, and where nobody
/// differs from anybody in either group.
Result<EffectEstimate> hedges_g(const GroupSummary& treated, const GroupSummary& control);

/// The probability that a learner of the treated group does better than one of the control group,
/// Φ(g/√2), where the outcome is normal with equal spread (McGraw and Wong 1992).
[[nodiscard]] double probability_of_superiority(double g);

}  // namespace tributary::evidence
