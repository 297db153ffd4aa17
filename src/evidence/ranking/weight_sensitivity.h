// evidence/ranking/weight_sensitivity.h
//
// How firm the first place is: how far each weight can move before it changes.
//
//   const Contributions parts{.options = 3, .criteria = 2, .values = {0.6, 0, 0, 1, 0.5, 0.5}};
//   const std::vector weights{0.9, 0.1};
//   TRY(weight_sensitivity(parts, weights))[0]
//     →  weight 0.9, unchanged from 0.8333 to 1, below that option 2 is first
//
// A pure function; safe to call from any thread.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "base/result.h"
#include "evidence/distribution/interval.h"
#include "evidence/ranking/contributions.h"

namespace tributary::evidence {

/// One criterion's weight moves from 0 to 1 while the others keep their proportions and all add up
/// to 1.
struct WeightRange {
  double weight = 0;
  Interval unchanged;                ///< at its ends another option is level with the first
  std::optional<std::size_t> below;  ///< the option that comes first below; nothing where none does
  std::optional<std::size_t> above;
  bool operator==(const WeightRange&) const = default;
};

/// A range for each criterion. Several options in the first place count as one; where a move parts
/// them, the range is the weight alone. Where a criterion has all the weight, the others share
/// alike what it gives up. Errors: those of normalised_weights().
Result<std::vector<WeightRange>> weight_sensitivity(const Contributions& parts,
                                                    std::span<const double> weights);

}  // namespace tributary::evidence
