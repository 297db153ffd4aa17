// evidence/suppression/coarse_difference.h
//
// A difference of two shares as it may be told where few learners had the outcome, or few did not:
// the exact figures, with the sizes of the arms, would give the counts away.
//
//   coarse_difference({.treated_cases = 3, .treated_others = 397, .control_cases = 40, …}, 1.97, 1)
//     →  -0.1, interval -0.13 to -0.06, each within 0.05 of the exact one
//
// Pure functions; safe to call from any thread.
#pragma once

#include <cstdint>

#include "base/result.h"
#include "evidence/effect_size/proportions.h"

namespace tributary::evidence {

/// Whether one of the four counts is below kSmallestShownCount.
[[nodiscard]] bool has_small_cell(const TwoByTwo& table);

struct CoarseDifference {
  double value = 0;
  Interval interval;
  double within = 1;  ///< none of the three is further than this from the exact one
};

/// Figures, in hundredths, that no table of arms of these sizes with a small cell has alone with
/// its count in that arm, among those with the same three figures and the same answer to whether
/// the exact interval lies above, around or below 0. Of two ways the one that stays closer to the
/// exact figures, whatever the counts: stand-ins for counts that may not be told (hidden_counts.h),
/// which is the closer one in large arms, or the finest of the steps 0.01, 0.02, 0.05, 0.1, 0.2,
/// 0.5 and 1. Way and `within` come from the sizes of the arms alone, so that they tell nothing of
/// the counts. Where no step does it and nothing can stand in, which arms of less than some 20 come
/// to, steps are of 1 and the answer alone may tell. Errors: those of risk_difference_interval().
Result<CoarseDifference> coarse_difference(const TwoByTwo& table, double quantile,
                                           double design_effect);

/// The steps of the second way; arms of over 400 learners are taken for 400. Errors: as above.
Result<double> coarse_step(std::int64_t treated, std::int64_t control, double quantile,
                           double design_effect);

}  // namespace tributary::evidence
