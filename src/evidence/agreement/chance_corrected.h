// evidence/agreement/chance_corrected.h
//
// How far coders agree, alone and corrected for chance: percentage agreement, Fleiss' kappa, Gwet's
// AC1 and AC2, for any number of coders with ratings missing.
//
//   TRY(gwet_coefficient(counted, Weighting::identity))  →  AC1 0.77544, standard error 0.14295
//
// With weights other than the identity, near ratings agree in part: AC2, weighted kappa. Pure
// functions; safe to call from any thread. Source of all, and of the standard errors: Gwet (2014),
// Handbook of Inter-Rater Reliability, ch. 5.
#pragma once

#include <cstdint>
#include <optional>

#include "base/result.h"
#include "evidence/agreement/agreement_weights.h"
#include "evidence/agreement/ratings.h"
#include "evidence/distribution/interval.h"

namespace tributary::evidence {

struct Agreement {
  double value = 0;
  std::optional<double> standard_error;  ///< over units; nothing with a single one
  std::optional<Interval> interval;      ///< t with units − 1 degrees of freedom, never above 1
  std::uint64_t units = 0;               ///< with a rating
  std::uint64_t paired_units = 0;        ///< with two or more
  bool operator==(const Agreement&) const = default;
};

/// These coefficients take the pairs of categories, so there may not be more.
inline constexpr std::size_t kMostCategories = 1000;

/// p_a = (1/n′)·Σ_i Σ_k r_ik·(r*_ik − 1)/(r_i·(r_i − 1)), r*_ik = Σ_l w_kl·r_il, over the n′ units
/// with two or more ratings: the share of agreeing pairs. Errors of all three: `unmet` where no
/// unit has two ratings, `too_long` over kMostCategories, `invalid_argument` for a level that is
/// none.
Result<Agreement> percentage_agreement(const Tally& tally,
                                       Weighting weighting = Weighting::identity,
                                       double level = kUsualLevel);

/// (p_a − p_e)/(1 − p_e) with p_e = Σ_kl w_kl·π_k·π_l, π_k the mean over units of the share of
/// category k. With all units rated equally often it is the kappa of Fleiss (1971). Errors besides:
/// `unmet` where all ratings are equal.
Result<Agreement> fleiss_kappa(const Tally& tally, Weighting weighting = Weighting::identity,
                               double level = kUsualLevel);

/// The same with p_e = (Σ_kl w_kl / (q(q − 1)))·Σ_k π_k·(1 − π_k) for q categories: AC1 with
/// identity weights, else AC2 (Gwet 2008). Less shaken than kappa where nearly all ratings fall
/// into one category. Errors besides: `unmet` where all ratings are equal.
Result<Agreement> gwet_coefficient(const Tally& tally, Weighting weighting = Weighting::identity,
                                   double level = kUsualLevel);

}  // namespace tributary::evidence
