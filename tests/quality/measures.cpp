#include "measures.h"

#include <algorithm>
#include <cmath>

namespace tributary::quality {

double average_precision(const Ranking& ranking, const Relevant& relevant) {
  double found = 0, sum = 0;
  for (std::size_t i = 0; i < ranking.size(); ++i) {
    if (relevant.contains(ranking[i])) sum += ++found / static_cast<double>(i + 1);
  }
  return sum / static_cast<double>(relevant.size());
}

double ndcg_at_10(const Ranking& ranking, const Relevant& relevant) {
  double gain = 0, best = 0;
  for (std::size_t i = 0; i < 10; ++i) {
    const double discount = 1 / std::log2(static_cast<double>(i) + 2);
    if (i < ranking.size() && relevant.contains(ranking[i])) gain += discount;
    if (i < relevant.size()) best += discount;
  }
  return gain / best;
}

double recall_at_100(const Ranking& ranking, const Relevant& relevant) {
  double found = 0;
  for (std::size_t i = 0; i < std::min<std::size_t>(100, ranking.size()); ++i) {
    found += relevant.contains(ranking[i]) ? 1 : 0;
  }
  return found / static_cast<double>(relevant.size());
}

double reciprocal_rank(const Ranking& ranking, const Relevant& relevant) {
  for (std::size_t i = 0; i < ranking.size(); ++i) {
    if (relevant.contains(ranking[i])) return 1 / static_cast<double>(i + 1);
  }
  return 0;
}

}  // namespace tributary::quality
