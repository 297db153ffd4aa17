#include "search/exec/exhaustive.h"

#include <algorithm>

namespace tributary::search {

std::vector<std::uint32_t> sums_of_all(const std::vector<const Leaf*>& leaves,
                                       std::uint32_t documents, const ScoreScale& scale) {
  std::vector<std::uint32_t> sums(documents);
  for (const auto* leaf : leaves) {
    const auto found = leaf->documents();
    for (const auto& word : leaf->words) {
      std::vector<std::uint32_t> greatest(documents);
      for (const auto& term : word.terms) {
        const auto factor = scale.factor(word.idf * term.penalty);
        for (const auto& [document, impact] : term.list.decode()) {
          greatest[document] = std::max(greatest[document], factor * impact);
        }
      }
      found.for_each(
          [&](std::uint32_t document) { sums[document] += leaf->mentions * greatest[document]; });
    }
  }
  return sums;
}

}  // namespace tributary::search
