// search/columns/packed_codes.h
//
// An array of unsigned numbers, each in as many bits as the greatest of them needs, at most 32,
// lowest bits first, and 8 bytes of zeros behind. Greatest and how many there are stand elsewhere
// in the file.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>

#include "base/bytes.h"
#include "search/index/section_file.h"

namespace tributary::search {

/// REQUIRES: no code is above `greatest`.
Result<> write_packed_codes(SectionFileWriter& file, SectionTag tag, std::uint32_t number,
                            std::span<const std::uint32_t> codes, std::uint32_t greatest);

/// Reads them in place. Safe from any thread; the file must outlive it.
class PackedCodes {
 public:
  /// `size` codes. Errors: `corrupt` naming the file, also where a code is above `greatest`.
  static Result<PackedCodes> open(const SectionFile& file, SectionTag tag, std::uint32_t number,
                                  std::size_t size, std::uint32_t greatest);

  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] unsigned bits() const { return bits_; }
  [[nodiscard]] std::uint64_t mask() const { return mask_; }

  /// Bits of word() that are codes.
  static constexpr unsigned kWordBits = 57;
  /// The code at `place`, which may be size(), in the lowest bits, the next ones above.
  [[nodiscard]] std::uint64_t word(std::size_t place) const {
    const auto bit = place * bits_;
    return load<std::uint64_t>(codes_ + bit / 8) >> bit % 8;
  }
  [[nodiscard]] std::uint32_t operator[](std::size_t place) const {
    return static_cast<std::uint32_t>(word(place) & mask_);
  }

  /// Has the code at `place` fetched from memory.
  void prefetch(std::size_t place) const { __builtin_prefetch(codes_ + place * bits_ / 8); }

 private:
  PackedCodes(const std::byte* codes, std::size_t size, unsigned bits)
      : codes_(codes), size_(size), bits_(bits), mask_((std::uint64_t{1} << bits) - 1) {}

  const std::byte* codes_;
  std::size_t size_;
  unsigned bits_;
  std::uint64_t mask_;
};

}  // namespace tributary::search
