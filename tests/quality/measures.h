// tests/quality/measures.h
//
// Measures of a ranking against the set of relevant documents; gains are binary. As computed by
// trec_eval: map, ndcg_cut_10, recall_100, recip_rank.
#pragma once

#include <set>
#include <string>
#include <vector>

namespace tributary::quality {

using Ranking = std::vector<std::string>;  ///< ids, best first
using Relevant = std::set<std::string>;

/// Mean of the precision at each relevant document; those not ranked count 0.
double average_precision(const Ranking& ranking, const Relevant& relevant);

/// Σ 1/log₂(rank + 1) over the relevant among the first ten, divided by the best possible sum.
double ndcg_at_10(const Ranking& ranking, const Relevant& relevant);

/// Share of the relevant documents among the first 100.
double recall_at_100(const Ranking& ranking, const Relevant& relevant);

/// One over the rank of the first relevant document; 0 without one.
double reciprocal_rank(const Ranking& ranking, const Relevant& relevant);

}  // namespace tributary::quality
