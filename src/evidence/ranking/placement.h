// evidence/ranking/placement.h
//
// Places by score, ties as ties: two that share the first place are both first, the next is third.
//
//   placed(std::vector{0.5, 0.9, 0.9})  →  option 1 first, option 2 first, option 0 third
//
// A pure function; safe to call from any thread.
#pragma once

#include <span>
#include <vector>

namespace tributary::evidence {

struct Placement {
  std::size_t option = 0;  ///< counted from 0
  double score = 0;
  std::size_t place = 0;  ///< counted from 1
  bool operator==(const Placement&) const = default;
};

/// Scores that differ by less than this share of the largest are taken as equal, as sums in another
/// order of terms may differ in their last digits.
inline constexpr double kTieTolerance = 1e-12;

/// The best first; among equals by option. `scores` are finite.
[[nodiscard]] std::vector<Placement> placed(std::span<const double> scores);

}  // namespace tributary::evidence
