// evidence/agreement/krippendorff_alpha.h
//
// Krippendorff's alpha: agreement for any number of coders, any scale, with ratings missing.
//
//   const auto counted = TRY(tally(ratings));
//   TRY(krippendorff_alpha(counted, Metric::ordinal)).value     →  e.g. 0.815388
//   TRY(alpha_interval(counted, Metric::ordinal, {.seed = 7}))  →  where 95 % of 2,000 draws lie
//
// Pure functions; safe to call from any thread.
#pragma once

#include <cstdint>
#include <string_view>

#include "base/result.h"
#include "evidence/agreement/ratings.h"
#include "evidence/distribution/interval.h"

namespace tributary::evidence {

/// How far two values are from each other.
enum class Metric {
  nominal,   ///< 1 where they differ
  ordinal,   ///< the square of the pairable ratings from one to the other, each end counted half
  interval,  ///< the square of the difference
  ratio,     ///< the square of the difference over the sum
};

[[nodiscard]] std::string_view name_of(Metric metric);

struct Alpha {
  double value = 0;
  std::uint64_t ratings = 0;  ///< that can be paired: of units with two or more
  std::uint64_t units = 0;    ///< with two or more ratings
  bool operator==(const Alpha&) const = default;
};

/// With more distinct values than this the ratio metric, which takes their pairs, is refused.
inline constexpr std::size_t kMostRatioValues = 4096;

/// α = 1 − D_o/D_e:  D_o = (1/n)·Σ_u (1/(m_u − 1))·Σ_{i≠j} δ(v_ui, v_uj),  D_e = (1/(n(n −
/// 1)))·Σ_{c≠k} n_c·n_k·δ(c, k), m_u the ratings of unit u, n_c the pairable ratings of value c, n
/// all of them. From 1 (agreement) through 0 (as by chance) down. Assumes that coders are
/// interchangeable. Source: Krippendorff (2011), Computing Krippendorff's alpha-reliability;
/// (2019), Content Analysis, ch. 12. Errors: `unmet` where it is not defined (no unit with two
/// ratings; all pairable ratings equal); `invalid_argument` for the ratio metric with values below
/// 0 or too many of them. Linear in the counts; the ratio metric quadratic in the values.
Result<Alpha> krippendorff_alpha(const Tally& tally, Metric metric);

struct AlphaBootstrap {
  std::uint32_t draws = 2000;
  std::uint64_t seed = 1;
  double level = kUsualLevel;
};

struct AlphaInterval {
  Interval interval;
  AlphaBootstrap drawn_by;
  std::uint32_t not_defined = 0;  ///< draws in which all ratings were equal; they are left out
  bool operator==(const AlphaInterval& other) const {
    return interval == other.interval && not_defined == other.not_defined;
  }
};

/// The percentiles of alpha over samples of the units, drawn with replacement; alpha is computed
/// anew in each, with the distances of its own counts. Assumes that units are drawn at random from
/// those that are meant. Errors: those of alpha; `unmet` with one unit, or where most draws have no
/// alpha; `invalid_argument` for a level or a number of draws (below 100) that is none.
Result<AlphaInterval> alpha_interval(const Tally& tally, Metric metric,
                                     const AlphaBootstrap& bootstrap = {});

}  // namespace tributary::evidence
