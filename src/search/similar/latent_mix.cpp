#include "search/similar/latent_mix.h"

#include <algorithm>

namespace tributary::search {

void mix_with_latent(std::vector<ScoredDocument>& candidates, const LatentVectors& vectors,
                     const LatentVector& text, float latent_weight) {
  std::vector<std::uint32_t> documents;
  documents.reserve(candidates.size());
  float largest = 0;
  for (const auto& candidate : candidates) {
    documents.push_back(candidate.document);
    largest = std::max(largest, candidate.score);
  }
  std::vector<float> cosines(documents.size());
  vectors.cosines(text, documents, cosines);
  const float scale = largest > 0 ? 1.0F / largest : 0.0F;
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    candidates[i].score = candidates[i].score * scale + latent_weight * cosines[i];
  }
  std::ranges::stable_sort(candidates, std::greater{}, &ScoredDocument::score);
}

}  // namespace tributary::search
