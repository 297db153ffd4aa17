// search/index/segment_merge.h
//
// Several segments made into one, from what they hold: no text is read or analysed again, and a
// document keeps its impacts. One column and one list at a time are in memory, and some bytes for
// each document.
#pragma once

#include <memory>
#include <span>

#include "search/exec/document_set.h"
#include "search/index/segment.h"

namespace tributary::search {

struct SegmentToMerge {
  std::shared_ptr<const Segment> segment;
  DocumentSet deleted;  ///< what the merged segment lacks
};

/// Writes them as segment `number`. At least one. Errors: `io`.
Result<SegmentFiles> write_merged(std::span<const SegmentToMerge> segments, const Path& folder,
                                  std::uint64_t number);

}  // namespace tributary::search
