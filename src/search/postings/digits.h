// search/postings/digits.h
//
// Numbers below a limit, several of them as the digits of one number to that base, so that 217
// values take 7.8 bits and not 8. A number of d digits takes the bits of the greatest one, the
// first digit is its lowest; how many digits there are to a number follows from the limit, and the
// last number has those that are left.
#pragma once

#include <cstdint>
#include <span>

#include "search/postings/bits.h"

namespace tributary::search {

/// Limits of digits are below.
inline constexpr std::uint32_t kDigitLimits = 2048;

/// Bits that `count` digits below `limit` take. REQUIRES: 0 < limit < kDigitLimits.
std::uint64_t bits_of_digits(std::uint32_t limit, std::uint32_t count);

/// REQUIRES: as above, and all digits are below the limit.
void append_digits(BitWriter& to, std::uint32_t limit, std::span<const std::uint32_t> digits);

struct DigitPacking;

/// Reads any digit, and most quickly the one behind the last. Not thread-safe.
class Digits {
 public:
  /// REQUIRES: limit as above.
  void open(Bits bits, std::uint64_t bit, std::uint32_t limit, std::uint32_t count);
  /// Below the limit, whatever the bits are. REQUIRES: `place` is below the count.
  std::uint32_t at(std::uint32_t place);

 private:
  static constexpr std::uint32_t kNoNumber = UINT32_MAX;

  Bits bits_;
  std::uint64_t bit_ = 0;
  std::uint32_t limit_ = 1, count_ = 0;
  const DigitPacking* packing_ = nullptr;
  std::uint32_t number_ = kNoNumber;  ///< which was read last
  std::uint32_t digit_ = 0;           ///< of its digits, the lowest of value_
  std::uint64_t value_ = 0;           ///< less the digits before that
};

}  // namespace tributary::search
