// search/words/ranked_runs.h
//
// The best entries of any run of an array, without a list kept for each run. Entries are numbered
// by falling weight, so the heaviest of a run are its smallest numbers. Beside the array lies the
// least number of every 64 in a row:
//
//   values  u32 each: entry numbers
//   minima  u32 × ⌈values / 64⌉
//
// The k smallest of a run lie in the k blocks with the smallest minima: reading one minimum for 64
// values and then those blocks is enough. One letter that begins a million words costs some tens of
// microseconds so, which is why no lists for short prefixes are written.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "search/index/section_file.h"

namespace tributary::search {

/// Values [first, last) of the array.
struct Run {
  std::size_t first = 0;
  std::size_t last = 0;
  [[nodiscard]] std::size_t size() const { return last - first; }
};

/// Views both arrays, which must outlive it. Safe from any thread.
class RankedRuns {
 public:
  static constexpr std::size_t kBlockValues = 64;

  static std::vector<std::uint32_t> minima_of(std::span<const std::uint32_t> values);

  RankedRuns() = default;

  /// REQUIRES: a minimum for every 64 values begun.
  RankedRuns(std::span<const std::uint32_t> values, std::span<const std::uint32_t> minima)
      : values_(values), minima_(minima) {}

  /// Errors: `corrupt` when there is no minimum for each block, or a value is not below `limit`.
  static Result<RankedRuns> open(const SectionFile& file, SectionTag values, SectionTag minima,
                                 std::uint32_t number, std::size_t limit);

  [[nodiscard]] std::size_t size() const { return values_.size(); }
  [[nodiscard]] std::uint32_t operator[](std::size_t at) const { return values_[at]; }

  /// The `count` smallest distinct values of all runs together, ascending; all, where there are
  /// fewer. REQUIRES: runs inside the array.
  [[nodiscard]] std::vector<std::uint32_t> smallest(std::span<const Run> runs,
                                                    std::size_t count) const;

 private:
  [[nodiscard]] std::vector<std::uint32_t> least_of_blocks(std::span<const Run> runs) const;
  [[nodiscard]] std::vector<std::uint32_t> up_to(std::span<const Run> runs,
                                                 std::uint32_t bound) const;

  std::span<const std::uint32_t> values_, minima_;
};

}  // namespace tributary::search
