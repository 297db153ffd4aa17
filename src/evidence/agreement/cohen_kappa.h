// evidence/agreement/cohen_kappa.h
//
// Cohen's kappa of two coders, weighted or not.
//
//   TRY(cohen_kappa(ratings, {0, 1}, Weighting::quadratic)).value
//
// A pure function; safe to call from any thread.
#pragma once

#include <cstdint>
#include <optional>

#include "base/result.h"
#include "evidence/agreement/agreement_weights.h"
#include "evidence/agreement/ratings.h"
#include "evidence/distribution/interval.h"

namespace tributary::evidence {

/// Counted from 0.
struct CoderPair {
  std::size_t first = 0;
  std::size_t second = 1;
};

struct Kappa {
  double value = 0;
  double standard_error = 0;  ///< for large samples
  Interval interval;          ///< normal, within −1 and 1
  std::uint64_t units = 0;    ///< that both have rated; others are left out
  bool operator==(const Kappa&) const = default;
};

/// κ = (p_o − p_e)/(1 − p_e),  p_o = Σ w_ij·p_ij,  p_e = Σ w_ij·p_i·p_j over the categories of all
/// coders' ratings. Sources: Cohen (1960, 1968); the standard error: Fleiss, Cohen and Everitt
/// (1969), equation 13. Errors: those of tally(); `invalid_argument` for coders that are not there
/// or the same; `unmet` where no unit was rated by both, or both gave one and the same rating
/// throughout; `too_long` over kMostCategories of chance_corrected.h.
Result<Kappa> cohen_kappa(const Ratings& ratings, CoderPair coders,
                          Weighting weighting = Weighting::identity, double level = kUsualLevel);

}  // namespace tributary::evidence
