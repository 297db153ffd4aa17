// search/similar/latent_mix.h
//
// Orders what a search by words found by words and latent vectors together:
//
//   score = bm25 / (largest bm25) + 0.4 · cosine
//
// A linear addition, as it leaves the words in charge: fusing the two by ranks loses where the
// vectors know nothing of a rare word.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace tributary::search {

struct ScoredDocument {
  std::uint32_t document = 0;
  float score = 0;
  bool operator==(const ScoredDocument&) const = default;
};

/// How many of the best by words are ordered anew.
inline constexpr std::size_t kLatentCandidates = 1'000;

/// What a cosine of 1 is worth, the best score by words being 1.
inline constexpr float kLatentWeight = 0.4F;

/// Replaces the scores by the mix and sorts by it, best first; equals stay in the order in which
/// they were. REQUIRES: a cosine for each candidate, in their order.
void mix_with_latent(std::vector<ScoredDocument>& candidates, std::span<const float> cosines,
                     float latent_weight = kLatentWeight);

}  // namespace tributary::search
