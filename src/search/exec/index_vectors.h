// search/exec/index_vectors.h
//
// The latent vectors of an index. A full build learns them; what came to the index later, and what
// was merged since, has none and is compared by its words alone.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "search/index/segmented_index.h"
#include "search/similar/latent_vectors.h"

namespace tributary::search {

/// Safe from any thread; the index must outlive it.
class IndexVectors {
 public:
  /// Nothing where no segment has any.
  static std::optional<IndexVectors> of(const SegmentedIndex& index);

  /// The segment that has them, as a place in segments(): terms are numbered by its dictionary.
  [[nodiscard]] std::size_t segment() const { return segment_; }

  /// As LatentVectors::fold_in().
  [[nodiscard]] LatentVector fold_in(std::span<const TermWeight> terms) const {
    return vectors_->fold_in(terms);
  }

  /// Nothing where the document has none.
  [[nodiscard]] std::optional<LatentVector> of_document(std::uint32_t document) const;

  /// The cosine of `text` with each of the documents; 0 with one that has no vector.
  [[nodiscard]] std::vector<float> cosines(const LatentVector& text,
                                           std::span<const std::uint32_t> documents) const;

 private:
  IndexVectors(const LatentVectors& vectors, std::size_t segment, std::uint32_t first)
      : vectors_(&vectors), segment_(segment), first_(first) {}
  [[nodiscard]] bool has(std::uint32_t document) const {
    return document >= first_ && document - first_ < vectors_->documents();
  }

  const LatentVectors* vectors_;
  std::size_t segment_;
  std::uint32_t first_;  ///< number of its first document
};

}  // namespace tributary::search
