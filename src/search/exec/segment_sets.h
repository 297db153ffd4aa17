// search/exec/segment_sets.h
//
// Between sets over a whole index and sets over one of its segments.
#pragma once

#include <algorithm>

#include "base/result.h"
#include "search/index/segmented_index.h"

namespace tributary::search {

/// The documents of `segment` in `whole`, by their numbers there.
inline DocumentSet cut_out(const DocumentSet& whole, const PlacedSegment& segment) {
  DocumentSet part(segment.files->documents());
  std::copy_n(whole.words() + segment.first_word(), part.word_count(), part.words());
  return part;
}

inline void put_in(DocumentSet& whole, const PlacedSegment& segment, const DocumentSet& part) {
  std::copy_n(part.words(), part.word_count(), whole.words() + segment.first_word());
}

/// A set over all segments from `of_segment(const Segment&)`, which gives a Result of each
/// one's.
template <class OfSegment>
Result<DocumentSet> joined(const SegmentedIndex& index, OfSegment of_segment) {
  const auto segments = index.segments();
  if (segments.size() == 1) return of_segment(*segments.front().files);
  DocumentSet whole(index.end());
  for (const auto& segment : segments) put_in(whole, segment, TRY(of_segment(*segment.files)));
  return whole;
}

}  // namespace tributary::search
