// evidence/ranking/smaa.h
//
// Ranking where nobody can say the weights: SMAA-2 tries all of them and tells how often each
// option comes in each place.
//
//   const auto answer = TRY(smaa(parts, {.draws = 100'000, .seed = 7}));
//   answer.acceptability_of(2, 0)  →  the share of weights with which option 2 comes first
//
// A pure function; safe to call from any thread. Source: Lahdelma and Salminen (2001), SMAA-2,
// Operations Research 49(3).
#pragma once

#include <cstdint>
#include <vector>

#include "base/result.h"
#include "evidence/ranking/contributions.h"

namespace tributary::evidence {

struct SmaaDraws {
  std::uint32_t draws = 100'000;
  std::uint64_t seed = 1;
  /// The criteria from the most to the least important, where that much is known; empty: any
  /// weights.
  std::vector<std::size_t> importance;
};

struct Smaa {
  SmaaDraws drawn_by;
  std::size_t options = 0;
  /// Option after option, a share a place. Options and places each add up to 1; options that tie
  /// share their places.
  std::vector<double> acceptability;
  /// Of each option, the mean of the weights with which it comes first; empty where there are none.
  std::vector<Weights> central_weights;

  [[nodiscard]] double acceptability_of(std::size_t option, std::size_t place) const {
    return acceptability[option * options + place];
  }
  /// A share of `acceptability` is within twice this of that of all weights, with about 95 %
  /// probability or more.
  [[nodiscard]] double largest_standard_error() const;
};

/// Weights are drawn evenly from all that add up to 1 (as normalised exponentials), or from those
/// in the order of importance. Errors: `invalid_argument` for no draws, and where the importance
/// does not name each criterion once. Draws × options × (options + criteria) steps.
Result<Smaa> smaa(const Contributions& parts, const SmaaDraws& draws = {});

}  // namespace tributary::evidence
