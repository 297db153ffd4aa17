// search/exec/weighted_documents.h
//
// Documents in ascending order, each with a weight: what a term, a group of terms or a phrase says
// of them. The steps of BM25F (docs/ranking.md) that work on such lists.
#pragma once

#include <cstdint>
#include <vector>

#include "base/result.h"
#include "search/index/generation.h"

namespace tributary::search {

struct WeightedDocuments {
  std::vector<std::uint32_t> documents;
  std::vector<float> weights;  ///< one a document
};

/// Which text fields count: one bit each.
using FieldMask = std::uint32_t;

/// The documents that have term `number` in a field of `fields`, each with its saturated weight
///
///   tf~ = Σ_f w_f·tf_f / (1 − b_f + b_f·len_f/avglen_f),   u = tf~ / (k1 + tf~)
///
/// summed in the order of the fields, in float. A field of weight 0 that is asked for by its name
/// alone counts as weight 1. Source: Robertson & Zaragoza (2009), section 3.6.
/// Errors: `corrupt` when the posting list breaks its format.
Result<WeightedDocuments> weigh_term(const Generation& generation, std::size_t number,
                                     FieldMask fields);

/// The union of `lists`; a document in several has the greatest of its weights.
WeightedDocuments unite_by_maximum(std::vector<WeightedDocuments> lists);

/// ln(1 + (N − df + 0.5) / (df + 0.5)): never negative, also for a word that every document has.
float inverse_document_frequency(std::uint32_t documents, std::size_t document_count);

}  // namespace tributary::search
