// search/postings/small_counts.h
//
// How many things each of some groups has, of which the sum is known. Where there are fewer things
// than half as many as groups: the group of each (sparse_numbers.h). Else, with as many lowest bits
// as suit the mean:
//
//   lowest bits  of each group a bit, then of each its next bit, and so on
//   rest         of each group, in unary
//
// so that how many there are before any group is counted a word at a time.
#pragma once

#include <cstdint>
#include <span>

#include "search/postings/sparse_numbers.h"

namespace tributary::search {

/// Bits that append_counts() adds.
std::uint64_t bits_of_counts(std::span<const std::uint32_t> counts, std::uint32_t sum);
void append_counts(BitWriter& to, std::span<const std::uint32_t> counts, std::uint32_t sum);

/// Not thread-safe.
class SmallCounts {
 public:
  /// Returns the place behind them.
  std::uint64_t open(Bits bits, std::uint64_t bit, std::uint32_t groups, std::uint32_t sum);

  struct Found {
    std::uint32_t before = 0;  ///< things of the groups before
    std::uint32_t count = 0;   ///< of the group; both together are not above the sum
  };
  /// REQUIRES: `group` is after that of an earlier call.
  Found find(std::uint32_t group);

 private:
  Bits bits_;
  std::uint32_t groups_ = 0, sum_ = 0;
  bool is_sparse_ = true;
  SparseNumbers sparse_;
  // Where it is not:
  std::uint64_t lows_ = 0, highs_ = 0;  ///< where they begin
  unsigned low_bits_ = 0;
  UnaryReader rest_;
  std::uint32_t next_ = 0;    ///< the group whose rest comes next
  std::uint64_t before_ = 0;  ///< things of the groups before that
};

}  // namespace tributary::search
