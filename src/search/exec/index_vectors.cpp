#include "search/exec/index_vectors.h"

namespace tributary::search {

std::optional<IndexVectors> IndexVectors::of(const SegmentedIndex& index) {
  const auto segments = index.segments();
  for (std::size_t at = 0; at < segments.size(); ++at) {
    const auto* vectors = segments[at].files->latent_vectors();
    if (vectors != nullptr) return IndexVectors(*vectors, at, segments[at].first);
  }
  return std::nullopt;
}

std::optional<LatentVector> IndexVectors::of_document(std::uint32_t document) const {
  if (!has(document)) return std::nullopt;
  return vectors_->of_document(document - first_);
}

std::vector<float> IndexVectors::cosines(const LatentVector& text,
                                         std::span<const std::uint32_t> documents) const {
  std::vector<std::uint32_t> numbers;  // in the segment
  std::vector<std::size_t> places;
  for (std::size_t at = 0; at < documents.size(); ++at) {
    if (!has(documents[at])) continue;
    numbers.push_back(documents[at] - first_);
    places.push_back(at);
  }
  std::vector<float> known(numbers.size()), all(documents.size());
  vectors_->cosines(text, numbers, known);
  for (std::size_t i = 0; i < known.size(); ++i) all[places[i]] = known[i];
  return all;
}

}  // namespace tributary::search
