// search/index/packed_lengths.h
//
// How many words each document has in one text field. A block of 1,024 documents has its lengths as
// what they are above the least, at one width, so that a long text costs no more than its block:
//
//   blocks   for each: least u32, width u32, where its bytes begin u64
//   lengths  ⌈1,024 · width / 8⌉ bytes a block, of the last one as many as it needs; lowest bits
//            first
#pragma once

#include <cstdint>
#include <span>

#include "search/index/section_file.h"
#include "search/postings/bits.h"

namespace tributary::search {

/// Safe from any thread; the file must outlive it.
class PackedLengths {
 public:
  /// The sections of field number `field`. Errors: `io`.
  static Result<> write(SectionFileWriter& file, std::uint32_t field,
                        std::span<const std::uint32_t> lengths);
  /// Errors: `corrupt` naming the file.
  static Result<PackedLengths> open(const SectionFile& file, std::uint32_t field,
                                    std::uint32_t documents);

  [[nodiscard]] std::uint32_t operator[](std::uint32_t document) const {
    const auto& [least, width, begin] = blocks_[document / kBlockDocuments];
    const auto bit = 8 * begin + std::uint64_t{document % kBlockDocuments} * width;
    return static_cast<std::uint32_t>(least + lengths_.number(bit, width));
  }

 private:
  static constexpr std::uint32_t kBlockDocuments = 1024;

  struct Block {
    std::uint32_t least = 0;
    std::uint32_t width = 0;
    std::uint64_t begin = 0;
  };
  static_assert(sizeof(Block) == 16);

  PackedLengths(std::span<const Block> blocks, Bits lengths) : blocks_(blocks), lengths_(lengths) {}

  std::span<const Block> blocks_;
  Bits lengths_;
};

}  // namespace tributary::search
