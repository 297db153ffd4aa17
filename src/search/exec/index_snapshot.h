// search/exec/index_snapshot.h
#pragma once

#include <memory>

#include "search/index.h"
#include "search/index/segmented_index.h"

namespace tributary::search {

/// Searches `index` as if its segments were one. What needs a total, facets or another order than
/// relevance is answered by the set of all documents found (tree_evaluator.h); the page by
/// relevance is then the best of that set (top_documents.h). Words beside each other whose total is
/// left out go without the set.
std::shared_ptr<const Snapshot> make_snapshot(std::shared_ptr<const SegmentedIndex> index);

}  // namespace tributary::search
