// evidence/distribution/interval.h
//
// An interval around a figure, and what is asked of the level it is wanted at.
#pragma once

#include "base/result.h"

namespace tributary::evidence {

/// Both ends belong to it.
struct Interval {
  double low = 0;
  double high = 0;
  [[nodiscard]] double width() const { return high - low; }
  bool operator==(const Interval&) const = default;
};

inline constexpr double kUsualLevel = 0.95;

/// Beyond it a quantile lies where probabilities are no longer told from 1.
inline constexpr double kHighestLevel = 0.999999;

/// `invalid_argument` unless 0 < level ≤ kHighestLevel.
inline Result<> check_level(double level) {
  if (level > 0 && level <= kHighestLevel) return {};
  return fail(ErrorCode::invalid_argument,
              "the level of an interval lies above 0 and is at most 0.999999");
}

}  // namespace tributary::evidence
