// search/columns/narrow_codes.h
//
// An array of unsigned numbers, each in as many bytes as the greatest of them needs: 1, 2, 4 or 8.
// The greatest stands elsewhere in the file, so the section is nothing but the numbers.
#pragma once

#include <cstdint>
#include <span>

#include "search/index/section_file.h"

namespace tributary::search {

/// Bytes that numbers up to `greatest` take.
constexpr std::size_t bytes_of_codes(std::uint64_t greatest) {
  if (greatest <= UINT8_MAX) return 1;
  if (greatest <= UINT16_MAX) return 2;
  return greatest <= UINT32_MAX ? 4 : 8;
}

/// REQUIRES: no code is above `greatest`.
Result<> write_codes(SectionFileWriter& file, SectionTag tag, std::uint32_t number,
                     std::span<const std::uint64_t> codes, std::uint64_t greatest);
Result<> write_codes(SectionFileWriter& file, SectionTag tag, std::uint32_t number,
                     std::span<const std::uint32_t> codes, std::uint64_t greatest);

/// Reads them in place. Safe from any thread; the file must outlive it.
class NarrowCodes {
 public:
  /// Errors: `corrupt` naming the file, also where a code is above `greatest`.
  static Result<NarrowCodes> open(const SectionFile& file, SectionTag tag, std::uint32_t number,
                                  std::uint64_t greatest);

  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] std::size_t bytes_each() const { return bytes_each_; }

  /// Calls visit(codes) with a pointer to integers of the width at hand.
  template <class Visit>
  auto visit(Visit visit) const {
    switch (bytes_each_) {
      case 1:
        return visit(reinterpret_cast<const std::uint8_t*>(data_));
      case 2:
        return visit(reinterpret_cast<const std::uint16_t*>(data_));
      case 4:
        return visit(reinterpret_cast<const std::uint32_t*>(data_));
      default:
        return visit(reinterpret_cast<const std::uint64_t*>(data_));
    }
  }

  [[nodiscard]] std::uint64_t operator[](std::size_t place) const {
    return visit([=](const auto* codes) { return std::uint64_t{codes[place]}; });
  }

 private:
  NarrowCodes(const std::byte* data, std::size_t size, std::size_t bytes_each)
      : data_(data), size_(size), bytes_each_(bytes_each) {}

  const std::byte* data_;
  std::size_t size_;
  std::size_t bytes_each_;
};

}  // namespace tributary::search
