// evidence/ranking/weights.h
//
// How much each criterion counts. All results add up to 1.
//
//   rank_order_centroid_weights(3)  →  .6111 .2778 .1111
//   TRY(swing_weights(std::vector{100.0, 50.0, 50.0}))  →  .5 .25 .25
//
// Pure functions; safe to call from any thread.
#pragma once

#include <span>
#include <vector>

#include "base/result.h"

namespace tributary::evidence {

using Weights = std::vector<double>;

[[nodiscard]] Weights equal_weights(std::size_t criteria);

/// w_i = (1/n)·Σ_{k≥i} 1/k, the most important criterion first: the mean of all weights that are in
/// that order (Barron and Barrett 1996).
[[nodiscard]] Weights rank_order_centroid_weights(std::size_t criteria);

/// Points for the swing of each criterion from its worst to its best value, in proportion (von
/// Winterfeldt and Edwards 1986). Errors: `invalid_argument` for points that are negative or no
/// finite number, for none, and where all are 0.
Result<Weights> swing_weights(std::span<const double> points);

/// Errors: those of swing_weights(), and where there is not a weight a criterion.
Result<Weights> normalised_weights(std::span<const double> weights, std::size_t criteria);

}  // namespace tributary::evidence
