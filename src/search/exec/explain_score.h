// search/exec/explain_score.h
#pragma once

#include <span>
#include <vector>

#include "base/result.h"
#include "search/explanation.h"
#include "search/index/segmented_index.h"
#include "search/query/query_tree.h"
#include "text/analyzer.h"

namespace tributary::search {

/// An explanation for each of `documents` of the index, by the same leaves, factors and impacts as
/// the ranking (relevance.h), so that its points are the document's sum to the bit. Errors: as
/// those of prepare().
Result<std::vector<Explanation>> explain_scores(const QueryTree& query, const SegmentedIndex& index,
                                                text::Analyzer& analyzer,
                                                std::span<const std::uint32_t> documents);

}  // namespace tributary::search
