// search/similar_query.h
//
// Documents like a given one, and the words that brought them there, as plain data.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "search/document.h"
#include "search/request.h"

namespace tributary::search {

struct SimilarQuery {
  std::vector<Document::Text> texts;  ///< of the document, as they are indexed; what is in fields
                                      ///< that are not topical does not count
  std::string id = {};                ///< of the document, which is left out; empty: not indexed
  std::uint32_t limit = 10;           ///< at most 1,000
  std::vector<Selection> selections = {};  ///< only documents in all of these
};

/// A word that both documents have.
struct SharedWord {
  std::string word;  ///< as the given texts write it most often
  float share = 0;   ///< of what the words say for the hit, 0 … 1
};

struct SimilarHit {
  std::string id;
  float score = 0;   ///< compares hits of one answer only
  float words = 0;   ///< of the weight of the given texts' strongest words, how much the hit
                     ///< carries: Σ weight·u / Σ weight, 0 … 1; compares hits of all answers
  float cosine = 0;  ///< of the latent vectors; 0 where the hit has none
  std::vector<SharedWord> shared;  ///< largest share first, at most five
};

struct SimilarAnswer {
  std::vector<SimilarHit> hits;     ///< best first
  bool has_latent_vectors = false;  ///< words that keep company counted too
};

}  // namespace tributary::search
