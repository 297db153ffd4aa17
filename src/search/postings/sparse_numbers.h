// search/postings/sparse_numbers.h
//
// Few numbers in ascending order below a limit, where the same may come several times
// ("Elias-Fano": Vigna, WSDM 2013): of each its lowest bits, as many as limit / count has less one,
// then of each how much what is above these grows, in unary. Takes count · (lowest bits + 1) +
// (limit − 1) / 2^lowest bits.
#pragma once

#include <cstdint>
#include <span>

#include "search/postings/bits.h"

namespace tributary::search {

/// REQUIRES: at least one number, and all below the limit.
std::uint64_t bits_of_sparse(std::uint32_t count, std::uint32_t limit);
void append_sparse(BitWriter& to, std::span<const std::uint32_t> numbers, std::uint32_t limit);

/// Reads them from the first on. Not thread-safe.
class SparseNumbers {
 public:
  /// There may be none.
  void open(Bits bits, std::uint64_t bit, std::uint32_t count, std::uint32_t limit);

  /// How many are less than `number`, which is not less than in an earlier call.
  std::uint32_t pass(std::uint32_t number) {
    while (left_ > 0 && next_ < number) step();
    return count_ - left_;
  }
  /// After pass(): how many are the same as `number`.
  std::uint32_t take(std::uint32_t number) {
    const auto before = left_;
    while (left_ > 0 && next_ == number) step();
    return before - left_;
  }

 private:
  void read() {
    above_ += highs_.next();
    next_ = static_cast<std::uint32_t>(
        std::uint64_t{above_} << low_bits_ |
        bits_.number(bit_ + std::uint64_t{count_ - left_} * low_bits_, low_bits_));
  }
  void step() {
    if (--left_ > 0) read();
  }

  Bits bits_;
  std::uint64_t bit_ = 0;
  UnaryReader highs_;
  unsigned low_bits_ = 0;
  std::uint32_t count_ = 0, left_ = 0;
  std::uint32_t above_ = 0;
  std::uint32_t next_ = 0;  ///< where any is left
};

}  // namespace tributary::search
