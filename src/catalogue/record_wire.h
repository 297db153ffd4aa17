// catalogue/record_wire.h
//
// The primitive values of the record format: variable-length integers and counted strings.
#pragma once

#include <bit>
#include <cstdint>
#include <string>
#include <string_view>

namespace tributary::catalogue {

/// LEB128: seven bits a byte, lowest first, the top bit set on all but the last.
inline void append_varint(std::string& to, std::uint64_t value) {
  while (value >= 0x80) {
    to.push_back(static_cast<char>(value | 0x80));
    value >>= 7;
  }
  to.push_back(static_cast<char>(value));
}

/// Zigzag: 0, -1, 1, -2 … become 0, 1, 2, 3 …
inline void append_signed(std::string& to, std::int64_t value) {
  append_varint(to,
                (static_cast<std::uint64_t>(value) << 1) ^ static_cast<std::uint64_t>(value >> 63));
}

inline void append_counted(std::string& to, std::string_view text) {
  append_varint(to, text.size());
  to.append(text);
}

/// Reads what the functions above wrote. Each call is false where the bytes end early or have no
/// reading; the reader must not be used afterwards.
class WireReader {
 public:
  explicit WireReader(std::string_view bytes) : at_(bytes.data()), end_(at_ + bytes.size()) {}

  [[nodiscard]] std::size_t remaining() const { return static_cast<std::size_t>(end_ - at_); }

  bool varint(std::uint64_t& value) {
    value = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
      if (at_ == end_) return false;
      const auto byte = static_cast<unsigned char>(*at_++);
      if (shift == 63 && byte > 1) return false;
      value |= std::uint64_t{byte & 0x7FU} << shift;
      if (byte < 0x80) return true;
    }
    return false;
  }

  bool signed_varint(std::int64_t& value) {
    std::uint64_t raw = 0;
    if (!varint(raw)) return false;
    value = static_cast<std::int64_t>((raw >> 1) ^ (0 - (raw & 1)));
    return true;
  }

  bool byte(std::uint8_t& value) {
    if (at_ == end_) return false;
    value = static_cast<std::uint8_t>(*at_++);
    return true;
  }

  /// The view is into the bytes being read.
  bool counted(std::string_view& text) {
    std::uint64_t size = 0;
    if (!varint(size) || size > remaining()) return false;
    text = {at_, static_cast<std::size_t>(size)};
    at_ += size;
    return true;
  }

  bool counted(std::string& text) {
    std::string_view view;
    if (!counted(view)) return false;
    text.assign(view);
    return true;
  }

  bool raw(std::size_t size_bytes, std::string_view& bytes) {
    if (size_bytes > remaining()) return false;
    bytes = {at_, size_bytes};
    at_ += size_bytes;
    return true;
  }

 private:
  const char* at_;
  const char* end_;
};

}  // namespace tributary::catalogue
