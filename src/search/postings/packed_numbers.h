// search/postings/packed_numbers.h
//
// Small numbers at one width, the few that do not fit beside them ("patched frame of reference":
// Zukowski et al., ICDE 2006):
//
//   width        u8, 0 to 32: bits a number
//   exceptions   u8: how many; each: varint of its place less that of the exception before it,
//                varint of what is above its lowest `width` bits
//   packed       ⌈count · width / 8⌉ bytes, lowest bits first
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

#include "search/postings/varint.h"

namespace tributary::search {

/// The width that takes least room is chosen.
void append_packed(std::string& to, std::span<const std::uint32_t> numbers);

/// Reads them in ascending order of their places; zeros where the bytes are not as append_packed()
/// writes them. Not thread-safe.
class PackedNumbers {
 public:
  /// Those at `from`, which is moved behind them.
  void open(ByteReader& from, std::uint32_t count);
  /// The same where nothing that is read with `from` follows, however many they are.
  void open_last(ByteReader& from);

  /// REQUIRES: `place` is not before that of an earlier call.
  std::uint32_t at(std::uint32_t place) {
    const auto low = low_bits(std::uint64_t{place} * width_);
    while (next_ < exceptions_ && places_[next_] < place) ++next_;
    const bool is_exception = next_ < exceptions_ && places_[next_] == place;
    if (!is_exception) return low;
    return static_cast<std::uint32_t>(low | std::uint64_t{high_[next_]} << width_);
  }

 private:
  void open_exceptions(ByteReader& from);
  [[nodiscard]] std::uint32_t low_bits(std::uint64_t bit) const;

  std::span<const std::byte> packed_;
  std::uint32_t width_ = 0;
  std::uint64_t mask_ = 0;
  std::uint32_t exceptions_ = 0, next_ = 0;
  std::array<std::uint32_t, 255> places_{}, high_{};  ///< of the exceptions
};

}  // namespace tributary::search
