// search/index/list_merge.h
//
// Joins the posting lists of segments: documents get new numbers, those that are no more are left
// out, impacts and positions stay as they are.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "search/index/segment.h"

namespace tributary::search {

/// A segment to be joined with others.
struct MergeInput {
  std::shared_ptr<const Segment> segment;
  std::vector<std::uint32_t> new_numbers;  ///< by document, ascending over all inputs; kNoDocument
                                           ///< where it is no more
};

/// Dictionary, postings and positions of a segment of so many documents, written under its number.
/// A term that is in no document any more is left out. Memory: the longest list.
/// Errors: `io`.
Result<std::vector<FileSummary>> merge_lists(std::span<const MergeInput> inputs,
                                             std::uint32_t documents, const Path& folder,
                                             std::uint64_t number);

}  // namespace tributary::search
