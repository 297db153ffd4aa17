// search/similar/similar_documents.h
//
// Documents like a given one, and why: its strongest terms are searched as a weighted OR, the best
// are ordered anew by latent vectors, and each hit names the terms that it shares.
//
//   const auto similar = TRY(similar_documents(subject, sources, {.limit = 10}));
//   similar[0].shared[0].term  →  "welding": 0.31 of what brought it here
//
// The index is reached through functions, so that any evaluator fits. Pure; safe from any thread
// when the functions are.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "base/result.h"
#include "search/similar/latent_mix.h"
#include "search/similar/term_weight.h"

namespace tributary::search {

/// A term of a document with its weight in it, without idf, and in how many documents it stands.
struct DocumentTerm {
  std::uint32_t term = 0;
  float weight = 0;  ///< BM25F's u = tf~/(k1 + tf~)
  std::uint32_t document_frequency = 0;
};

/// The document that others are to be similar to: one of the index, or any text.
struct Subject {
  std::vector<DocumentTerm> terms;        ///< each once
  std::optional<std::uint32_t> document;  ///< left out of the answer
};

struct SimilarSources {
  std::uint32_t documents = 0;  ///< in the index

  /// The best `limit` documents, best first, by Σ weight · u(term, document) over the terms.
  std::function<Result<std::vector<ScoredDocument>>(std::span<const TermWeight> terms,
                                                    std::size_t limit)>
      best_by_words;

  /// u of each of the terms in a document, in their order; 0 where it lacks the term.
  std::function<Result<std::vector<float>>(std::span<const TermWeight> terms,
                                           std::uint32_t document)>
      weights_in;

  /// The cosine of the subject's latent vector with each of the documents, in their order, 0 with
  /// one that has none. No function: order by words alone.
  std::function<std::vector<float>(std::span<const std::uint32_t> documents)> cosines = {};
};

struct SimilarRequest {
  std::size_t limit = 10;
  std::size_t shared_terms = 5;  ///< at most so many with each hit
  float latent_weight = kLatentWeight;
};

/// A term that both have.
struct SharedTerm {
  std::uint32_t term = 0;
  float share = 0;  ///< of the hit's score by words, 0 … 1
};

struct SimilarDocument {
  std::uint32_t document = 0;
  float score = 0;                 ///< the mix; without vectors, the score by words
  float words = 0;                 ///< Σ weight·u / Σ weight over the subject's strongest terms
  float cosine = 0;                ///< 0 without vectors
  std::vector<SharedTerm> shared;  ///< largest share first
};

/// The 25 terms of the largest u·idf among those that tell documents apart, largest first, equals
/// by number; their weights are u·idf.
std::vector<TermWeight> strongest_terms(std::span<const DocumentTerm> terms,
                                        std::uint32_t documents);

/// Best first. Nothing when the subject has no distinctive term. Errors: those of the sources.
Result<std::vector<SimilarDocument>> similar_documents(const Subject& subject,
                                                       const SimilarSources& sources,
                                                       const SimilarRequest& request);

}  // namespace tributary::search
