// evidence/suppression/coarse_difference.h
//
// A difference of two shares as it may be told where few learners had the outcome, or few did not:
// the exact figures, with the sizes of the arms, would give the counts away.
//
//   coarse_difference({.treated_cases = 3, .treated_others = 47, .control_cases = 10, …}, 1.98, 1)
//     →  -0.1, interval -0.3 to 0.0, in steps of 0.1
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
  double step = 1;  ///< of which all three are multiples
};

/// The finest of the steps 0.01, 0.02, 0.05, 0.1, 0.2, 0.5 and 1 in which no table of arms of these
/// sizes with a small cell is alone with its count in that arm, among those that give the same
/// three figures and the same answer to whether the interval lies above, around or below 0. It does
/// not depend on the counts, so that it tells nothing of them; 1 where none of the steps does it.
/// Arms of over 400 learners are taken for 400. Errors: those of risk_difference_interval().
Result<double> coarse_step(std::int64_t treated, std::int64_t control, double quantile,
                           double design_effect);

/// In the step of its arms. Errors: as coarse_step().
Result<CoarseDifference> coarse_difference(const TwoByTwo& table, double quantile,
                                           double design_effect);

}  // namespace tributary::evidence
