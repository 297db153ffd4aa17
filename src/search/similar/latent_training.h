// search/similar/latent_training.h
//
// Latent semantic analysis (Deerwester et al. 1990): the directions in which the documents of a
// collection differ most, so that "apprentice" and "trainee" point the same way because they keep
// the same company.
//
//   const auto space = train_latent_space(matrix, {.threads = 2});
//
// The truncated singular value decomposition A ≈ U·Σ·Vᵀ by randomized subspace iteration (Halko,
// Martinsson and Tropp 2011, algorithm 4.4) on the side of the terms: Q ← orth(AᵀA·Q) from a random
// Q with a fixed seed, then the eigenvectors of QᵀAᵀA·Q. The columns of AᵀA·Q do not depend on one
// another, so threads share them out, and neither U nor A·Q is ever held in memory.
//
// Time: (iterations + 1) · 4 · entries · 224 operations, and terms · 224² for each orth(). Memory:
// 2 · 4 · 224 bytes a term beside the matrix. The same matrix gives the same bits on the same
// processor, whatever the number of threads.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "search/similar/term_document_matrix.h"

namespace tributary::search {

struct TrainingOptions {
  std::uint32_t dimensions = 200;
  std::uint32_t iterations = 2;  ///< at least 1
  unsigned threads = 1;
};

/// Where the terms lie. A text's vector is Σ weight(t)·projection(t) over its terms, where weight
/// is latent_weight() in a document and the term's frequency in a query.
struct LatentSpace {
  std::uint32_t dimensions = 0;
  std::uint32_t trained_documents = 0;  ///< among how many the sample was drawn
  std::vector<std::uint32_t> terms;     ///< the dictionary's numbers, ascending
  std::vector<float> projections;       ///< latent_factor(t) · V(t), `dimensions` numbers a term
  std::vector<double> singular_values;  ///< descending; 0 where the matrix has no such dimension

  [[nodiscard]] std::span<const float> projection(std::size_t place) const {
    return std::span(projections).subspan(place * dimensions, dimensions);
  }
};

LatentSpace train_latent_space(const TermDocumentMatrix& matrix, const TrainingOptions& options);

}  // namespace tributary::search
