#include "search/similar/latent_mix.h"

#include <algorithm>
#include <functional>

namespace tributary::search {

void mix_with_latent(std::vector<ScoredDocument>& candidates, std::span<const float> cosines,
                     float latent_weight) {
  float largest = 0;
  for (const auto& candidate : candidates) largest = std::max(largest, candidate.score);
  const float scale = largest > 0 ? 1.0F / largest : 0.0F;
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    candidates[i].score = candidates[i].score * scale + latent_weight * cosines[i];
  }
  std::ranges::stable_sort(candidates, std::greater{}, &ScoredDocument::score);
}

}  // namespace tributary::search
