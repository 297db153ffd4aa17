// evidence/design/pilot_design.h
//
// The designs that a protocol may have, and how precisely each measures an effect before a single
// learner is measured.
//
//   const ClusterRandomised design{.clusters = {5, 5},
//                                  .learners_per_cluster = 20,
//                                  .intraclass_correlation = 0.2};
//   TRY(precision_of(design))  →  standard error 0.310 with 8 degrees of freedom
//
// Effects are standardised: in standard deviations of the outcome between learners. Normal outcomes
// of equal spread in both arms are assumed. Pure functions; safe to call from any thread.
#pragma once

#include <cstdint>
#include <variant>

#include "base/result.h"

namespace tributary::evidence {

/// Learners, or clusters where clusters are assigned.
struct Arms {
  std::uint64_t treated = 0;
  std::uint64_t control = 0;
  bool operator==(const Arms&) const = default;
};

/// Measured before and after, nobody to compare with. Variance 2(1 − r)/n, n − 1 degrees of
/// freedom. What it detects is a change, of which the intervention need not be the cause.
struct SingleGroup {
  std::uint64_t learners = 0;
  double pre_post_correlation = 0.5;
};

/// Two groups, not assigned at random, measured before and after; gains are compared.
/// Variance 2(1 − r)(1/n_t + 1/n_c), n_t + n_c − 2 degrees of freedom (Morris 2008).
struct PrePostControlled {
  Arms learners;
  double pre_post_correlation = 0.5;
};

/// Variance (1 − R²)(1/n_t + 1/n_c), n_t + n_c − 2 degrees of freedom; R² is what measures from
/// before explain of the outcome, the square of the correlation with a pre-test.
struct IndividuallyRandomised {
  Arms learners;
  double explained = 0;
};

/// Variance (1/J_t + 1/J_c)·(ρ(1 + v²)(1 − R₂²) + (1 − ρ)(1 − R₁²)/m), J_t + J_c − 2 degrees of
/// freedom (Bloom 1995, Raudenbush 1997; unequal sizes: Eldridge, Ashby and Kerry 2006).
struct ClusterRandomised {
  Arms clusters;
  double learners_per_cluster = 1;    ///< m, in the mean
  double intraclass_correlation = 0;  ///< ρ
  double size_variation = 0;          ///< v: standard deviation of the sizes over their mean
  double explained_between = 0;       ///< R₂², of the variance between clusters
  double explained_within = 0;        ///< R₁²
};

/// Pairs of one treated and one comparable untreated learner. Variance 2(1 − r)/n, n − 1 degrees of
/// freedom, r the correlation of the outcome within pairs.
struct MatchedPairs {
  std::uint64_t pairs = 0;
  double pair_correlation = 0;
};

using PilotDesign = std::variant<SingleGroup, PrePostControlled, IndividuallyRandomised,
                                 ClusterRandomised, MatchedPairs>;

struct Precision {
  double standard_error = 0;
  double degrees_of_freedom = 0;
};

/// Errors: `invalid_argument` for a correlation, a share or a size that is none, named; `unmet`
/// where an arm is so small that nothing can be said of how learners or clusters vary (fewer than
/// two in each arm, pairs, learners).
Result<Precision> precision_of(const PilotDesign& design);

/// 1 + ((1 + v²)·m − 1)·ρ: by how much clusters of m learners make the variance larger (Kish 1965;
/// v as above). Errors: `invalid_argument` unless m ≥ 1, ρ between 0 and 1, v ≥ 0.
Result<double> design_effect(double learners_per_cluster, double intraclass_correlation,
                             double size_variation = 0);

/// The independent learners that clustered ones are worth: their number over the design effect.
Result<double> effective_learners(std::uint64_t learners, double learners_per_cluster,
                                  double intraclass_correlation, double size_variation = 0);

}  // namespace tributary::evidence
