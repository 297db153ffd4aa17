// evidence/synthesis/three_level.h
//
// The mean of effects that come in groups: several pilots of one country are more alike than pilots
// of several, so ten of one country say less than one each of ten.
//
//   const auto pooled = TRY(pool_nested(effects, countries, 0.95));
//
// An effect = mean + its country's deviation (variance `between_groups`) + its own
// (`within_groups`) + its sampling error, all independent (Konstantopoulos 2011). Both variances by
// restricted maximum likelihood. Pure functions; safe to call from any thread.
#pragma once

#include <cstdint>

#include "evidence/synthesis/synthesis.h"

namespace tributary::evidence {

struct NestedSynthesis {
  std::int64_t effects = 0, groups = 0;
  MeanEffect normal;
  /// By t with one degree of freedom less than there are groups: it is they that were drawn.
  MeanEffect by_groups;
  double between_groups = 0, within_groups = 0;  ///< variances
  /// The shares of what varies, beside the variance within a typical study: of groups, and within
  /// them.
  double i_squared_between = 0, i_squared_within = 0;
  Interval prediction;  ///< of a next effect in a next group
};

/// `group_of`: of each effect, any number. Time: a few thousand passes over the effects. Errors:
/// `invalid_argument` for effects that cannot be, fewer than two groups, no group of two or more
/// (then the variances are not told apart), another number of groups than of effects; `internal`
/// where the likelihood has no top.
Result<NestedSynthesis> pool_nested(std::span<const EffectEstimate> effects,
                                    std::span<const std::int64_t> group_of, double confidence);

}  // namespace tributary::evidence
