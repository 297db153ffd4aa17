// search/exec/company_order.h
//
// The order by words and the company that they keep: the best 1,000 of a result by words are
// ordered anew by similar/latent_mix.h, all others follow by words.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "search/exec/document_set.h"
#include "search/exec/index_vectors.h"
#include "search/exec/merged_page.h"
#include "search/exec/query_leaves.h"

namespace tributary::search {

/// Where a query lies in the latent space: the sum of the places of its words, each as often as it
/// is mentioned; a word's share goes to its terms by how many documents have them.
LatentVector latent_vector_of(const QueryLeaves& leaves, const IndexVectors& vectors);

/// The first `limit` documents of `result` after document `last`, in order, with their scores.
/// REQUIRES: the vectors are of the index that `result` is of.
std::vector<PageHit> page_by_company(const MergedRelevance& relevance, const IndexVectors& vectors,
                                     const LatentVector& query, const DocumentSet& result,
                                     std::uint32_t limit, std::optional<std::uint32_t> last);

}  // namespace tributary::search
