// search/postings/varint.h
//
// Variable-length integers: seven bits a byte, lowest first, the high bit set on all bytes but the
// last.
#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "base/bytes.h"

namespace tributary::search {

inline void append_varint(std::string& to, std::uint32_t value) {
  while (value >= 0x80) {
    to.push_back(static_cast<char>(value | 0x80));
    value >>= 7;
  }
  to.push_back(static_cast<char>(value));
}

/// Most bytes that a value takes.
inline constexpr std::size_t kMostVarintBytes = 5;

/// Writes it at `to`, which has room for kMostVarintBytes; the place behind it.
inline std::byte* put_varint(std::byte* to, std::uint32_t value) {
  for (; value >= 0x80; value >>= 7) *to++ = static_cast<std::byte>(value | 0x80);
  *to++ = static_cast<std::byte>(value);
  return to;
}

/// Reads values one after another and never past the end: after a value that is cut off or over 32
/// bits the reader is broken for good and gives zeros.
class ByteReader {
 public:
  explicit ByteReader(std::span<const std::byte> bytes)
      : at_(bytes.data()), end_(bytes.data() + bytes.size()) {}

  std::uint32_t varint() {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 35; shift += 7) {
      if (at_ == end_) return fall();
      const auto byte = std::to_integer<std::uint64_t>(*at_++);
      value |= (byte & 0x7F) << shift;
      if (byte < 0x80) return value <= UINT32_MAX ? static_cast<std::uint32_t>(value) : fall();
    }
    return fall();
  }

  /// Passes by so many values.
  void skip_varints(std::uint32_t count) {
    for (; count > 0 && at_ != end_; ++at_) {
      if (std::to_integer<std::uint8_t>(*at_) < 0x80) --count;
    }
    if (count > 0) fall();
  }

  template <class T>
  T fixed() {
    if (remaining() < sizeof(T)) return static_cast<T>(fall());
    const T value = load<T>(at_);
    at_ += sizeof(T);
    return value;
  }

  std::span<const std::byte> bytes(std::size_t count) {
    if (remaining() < count) {
      fall();
      return {};
    }
    const std::span taken(at_, count);
    at_ += count;
    return taken;
  }

  /// A string written by append_string().
  std::string_view string() {
    const auto taken = bytes(varint());
    return {reinterpret_cast<const char*>(taken.data()), taken.size()};
  }

  /// Where the next value begins.
  [[nodiscard]] const std::byte* at() const { return at_; }
  [[nodiscard]] std::size_t remaining() const { return static_cast<std::size_t>(end_ - at_); }
  [[nodiscard]] bool at_end() const { return at_ == end_; }
  [[nodiscard]] bool broken() const { return broken_; }

 private:
  std::uint32_t fall() {
    broken_ = true;
    at_ = end_;
    return 0;
  }

  const std::byte* at_;
  const std::byte* end_;
  bool broken_ = false;
};

/// Length as a varint, then the bytes.
inline void append_string(std::string& to, std::string_view text) {
  append_varint(to, static_cast<std::uint32_t>(text.size()));
  to.append(text);
}

}  // namespace tributary::search
