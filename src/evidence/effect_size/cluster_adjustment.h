// evidence/effect_size/cluster_adjustment.h
//
// The standardised difference where whole classes, schools or firms were assigned: learners of one
// class are alike, so they say less than as many from anywhere, and an analysis that forgets it
// claims too much.
//
// Equations 15 and 16 of Hedges, "Effect Sizes in Cluster-Randomized Designs", Journal of
// Educational and Behavioral Statistics 32 (2007), for clusters of equal size; with unequal sizes
// their mean is an approximation. Pure functions; safe to call from any thread.
#pragma once

#include "base/result.h"
#include "evidence/effect_size/effect_estimate.h"
#include "evidence/effect_size/mean_difference.h"

namespace tributary::evidence {

struct Clustering {
  double learners_in_a_cluster = 1;  ///< on average; at least 1
  double intraclass_correlation =
      0;  ///< the share of the variance that lies between clusters, 0 to 1
};

/// How many times more learners are needed than if they were independent: 1 + (m − 1)ρ.
[[nodiscard]] double design_effect(const Clustering& clustering);

/// g in standard deviations over all learners (between and within clusters), with the variance that
/// clustering leaves. Without intraclass correlation, or with clusters of one, it is hedges_g().
/// Errors: `invalid_argument` for figures that cannot be, clusters larger than a group, and
/// clusters so few and so alike that no degree of freedom is left.
Result<EffectEstimate> cluster_adjusted_g(const GroupSummary& treated, const GroupSummary& control,
                                          const Clustering& clustering);

}  // namespace tributary::evidence
