// search/index/merge_policy.h
//
// When segments are joined. Each costs every search a little, and joining costs what the joined
// hold: so small ones are collected beside a large one, and it is written anew only when they, or
// the documents in it that are no more, have become a good part of it.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace tributary::search {

struct SegmentSize {
  std::uint64_t documents = 0;  ///< with those that are no more
  std::uint64_t deleted = 0;
};

/// Small segments beside the largest, at most.
inline constexpr std::size_t kMaximumSmallSegments = 3;

/// Documents that are no more, and documents in small segments, of a hundred stored, at most.
inline constexpr std::uint64_t kMaximumDeletedPercent = 20;
inline constexpr std::uint64_t kMaximumSmallPercent = 20;

/// The places of the segments to join, ascending; none where all is well.
std::vector<std::size_t> segments_to_merge(std::span<const SegmentSize> segments);

}  // namespace tributary::search
