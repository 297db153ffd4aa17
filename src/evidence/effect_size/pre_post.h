// evidence/effect_size/pre_post.h
//
// How much learners change between a first and a second measurement, alone or beside a control
// group, in standard deviations of the first measurement.
//
// A change in one group says that learners changed, not why. Pure functions; safe to call from any
// thread.
#pragma once

#include <cstdint>

#include "base/result.h"
#include "evidence/effect_size/effect_estimate.h"

namespace tributary::evidence {

/// One group, measured twice.
struct PrePostSummary {
  double mean_before = 0;
  double mean_after = 0;
  double standard_deviation_before = 0;  ///< with n − 1
  std::int64_t learners = 0;             ///< measured both times
};

/// J(n−1)·(after − before)/s_before and 2(1−r)/n + g²/(2n), r the correlation of both measurements
/// (SMCR: Becker 1988). Errors: `invalid_argument` for figures that cannot be, r outside −1 to 1,
/// and where nobody differed before.
Result<EffectEstimate> standardised_change(const PrePostSummary& group, double correlation);

/// J(n₁+n₂−2)·((after₁ − before₁) − (after₂ − before₂))/s, s pooled over both groups before
/// (d_ppc2: Morris 2008, equations 8 to 10), with 2(1−r)(1/n₁ + 1/n₂) + g²/(2(n₁+n₂)); r is taken
/// to be the same in both groups. Errors: as above.
Result<EffectEstimate> difference_of_changes(const PrePostSummary& treated,
                                             const PrePostSummary& control, double correlation);

}  // namespace tributary::evidence
