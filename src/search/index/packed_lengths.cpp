#include "search/index/packed_lengths.h"

#include <algorithm>
#include <string>
#include <vector>

namespace tributary::search {
namespace {

std::uint64_t bytes_of_lengths(std::uint64_t documents, std::uint32_t width) {
  return (documents * width + 7) / 8;
}

}  // namespace

Result<> PackedLengths::write(SectionFileWriter& file, std::uint32_t field,
                              std::span<const std::uint32_t> lengths) {
  std::vector<Block> blocks;
  std::string bytes;
  while (!lengths.empty()) {
    const auto some = lengths.first(std::min<std::size_t>(lengths.size(), kBlockDocuments));
    const auto [least, greatest] = std::ranges::minmax(some);
    const auto width = static_cast<std::uint32_t>(std::bit_width(greatest - least));
    blocks.push_back({.least = least, .width = width, .begin = bytes.size()});
    BitWriter bits(bytes);
    for (const auto length : some) bits.add(length - least, width);
    bits.finish();
    lengths = lengths.subspan(some.size());
  }
  TRY(file.section(SectionTag::length_blocks, field, std::span<const Block>(blocks)));
  TRY(file.begin_section(SectionTag::field_lengths, field));
  return file.append(bytes);
}

Result<PackedLengths> PackedLengths::open(const SectionFile& file, std::uint32_t field,
                                          std::uint32_t documents) {
  const auto blocks = TRY(file.array<Block>(SectionTag::length_blocks, field));
  const auto bytes = TRY(file.section(SectionTag::field_lengths, field));
  const auto broken = [&] { return file.broken("the lengths do not fit the documents"); };
  if (blocks.size() != (std::uint64_t{documents} + kBlockDocuments - 1) / kBlockDocuments) {
    return broken();
  }
  auto left = documents;
  std::uint64_t end = 0;
  for (const auto& [least, width, begin] : blocks) {
    const auto in_block = std::min(left, kBlockDocuments);
    left -= in_block;
    if (begin != end || width > 32) return broken();
    end += bytes_of_lengths(in_block, width);
  }
  if (end != bytes.size()) return broken();
  return PackedLengths(blocks, Bits(bytes));
}

}  // namespace tributary::search
