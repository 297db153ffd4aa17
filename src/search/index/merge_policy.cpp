#include "search/index/merge_policy.h"

#include <algorithm>
#include <numeric>

namespace tributary::search {

std::vector<std::size_t> segments_to_merge(std::span<const SegmentSize> segments) {
  std::uint64_t stored = 0, deleted = 0;
  for (const auto& segment : segments) {
    stored += segment.documents;
    deleted += segment.deleted;
  }
  std::vector<std::size_t> places(segments.size());
  std::iota(places.begin(), places.end(), std::size_t{0});
  if (deleted * 100 > stored * kMaximumDeletedPercent) return places;
  if (segments.size() <= 1 + kMaximumSmallSegments) return {};
  const auto largest = std::ranges::max_element(segments, {}, &SegmentSize::documents);
  if ((stored - largest->documents) * 100 > stored * kMaximumSmallPercent) return places;
  places.erase(places.begin() + (largest - segments.begin()));
  return places;
}

}  // namespace tributary::search
