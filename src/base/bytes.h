// base/bytes.h
//
// Little-endian reading and writing, and the checksum of every file that Tributary writes.
#pragma once

#include <bit>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <string_view>

namespace tributary {

static_assert(std::endian::native == std::endian::little,
              "files are little-endian and read in place");

/// The value of type T at `from`, whatever its alignment. REQUIRES: sizeof(T) readable bytes.
template <class T>
  requires std::is_trivially_copyable_v<T>
[[nodiscard]] T load(const std::byte* from) {
  T value;
  std::memcpy(&value, from, sizeof value);
  return value;
}

template <std::integral T>
void append(std::string& to, T value) {
  char raw[sizeof value];
  std::memcpy(raw, &value, sizeof value);
  to.append(raw, sizeof value);
}

[[nodiscard]] inline std::span<const std::byte> as_bytes(std::string_view text) {
  return std::as_bytes(std::span(text.data(), text.size()));
}

/// CRC-32C (Castagnoli, reflected polynomial 0x82F63B78), as in RFC 3720 appendix B.4;
/// `crc32c("123456789")` is 0xE3069283. `seed` continues an earlier sum.
[[nodiscard]] std::uint32_t crc32c(std::span<const std::byte> bytes, std::uint32_t seed = 0);
[[nodiscard]] inline std::uint32_t crc32c(std::string_view text, std::uint32_t seed = 0) {
  return crc32c(as_bytes(text), seed);
}

}  // namespace tributary
