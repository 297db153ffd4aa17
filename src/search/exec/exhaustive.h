// search/exec/exhaustive.h
//
// The score of every document, term after term and posting after posting: slow, simple, and right.
// What top_documents() leaves out is compared with this.
#pragma once

#include <cstdint>
#include <vector>

#include "search/exec/query_leaf.h"
#include "search/exec/score_scale.h"

namespace tributary::search {

/// One sum a document (score_scale.h); 0 where it has none of the leaves.
std::vector<std::uint32_t> sums_of_all(const std::vector<const Leaf*>& leaves,
                                       std::uint32_t documents, const ScoreScale& scale);

}  // namespace tributary::search
