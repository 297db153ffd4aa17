// search/exec/count_of_two.h
//
// How many documents have both of two words, or either, from their lists alone: no set of all
// documents is made, and what either has follows from what both have.
#pragma once

#include <cstdint>
#include <optional>

#include "search/exec/tree_evaluator.h"
#include "search/index/segmented_index.h"

namespace tributary::search {

/// Nothing where the query is not two different words, each a single term, that are all or any of
/// them asked for. Counts documents that are no more, too. Safe from any thread.
std::optional<std::uint64_t> count_of_two(const PreparedNode& query, const SegmentedIndex& index);

}  // namespace tributary::search
