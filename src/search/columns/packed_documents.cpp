#include "search/columns/packed_documents.h"

#include <algorithm>
#include <bit>
#include <functional>
#include <vector>

namespace tributary::search {
namespace {

constexpr std::uint32_t kInNoOrder = UINT32_MAX;
constexpr std::size_t kUnitBytes = 16;
constexpr std::uint32_t kMostNumberBits = 32;

/// What a block stores of some documents, at most kBlockPostings.
struct StoredBlock {
  PackedDocuments::Block numbers{};
  std::uint32_t first = kInNoOrder;

  explicit StoredBlock(std::span<const std::uint32_t> documents) {
    std::ranges::copy(documents, numbers.begin());
    if (std::ranges::adjacent_find(documents, std::greater_equal<>()) != documents.end()) return;
    first = documents.front();
    for (auto at = documents.size() - 1; at > 0; --at) {
      numbers[at] = documents[at] - documents[at - 1] - 1;
    }
    numbers[0] = 0;
  }

  [[nodiscard]] std::uint32_t bits() const {
    return static_cast<std::uint32_t>(std::bit_width(std::ranges::max(numbers)));
  }
};

}  // namespace

Result<> write_documents(SectionFileWriter& file, SectionTag tag, std::uint32_t number,
                         std::span<const std::uint32_t> documents) {
  const auto for_each_block = [&](auto take) -> Result<> {
    for (auto left = documents; !left.empty();) {
      const auto some = left.first(std::min<std::size_t>(left.size(), kBlockPostings));
      TRY(take(StoredBlock(some)));
      left = left.subspan(some.size());
    }
    return {};
  };
  std::vector<PackedDocuments::Entry> entries;
  std::uint32_t end = 0;
  TRY(for_each_block([&](const StoredBlock& block) {
    end += block.bits();
    entries.push_back({.first = block.first, .end = end});
    return Result<>();
  }));
  TRY(file.section(tag, number, std::span<const PackedDocuments::Entry>(entries)));
  return for_each_block([&](const StoredBlock& block) {
    std::array<std::byte, kUnitBytes * kMostNumberBits> packed;
    pack_gaps(block.numbers.data(), block.bits(), packed.data());
    return file.append(std::span<const std::byte>(packed).first(kUnitBytes * block.bits()));
  });
}

Result<PackedDocuments> PackedDocuments::open(const SectionFile& file, SectionTag tag,
                                              std::uint32_t number, std::size_t size,
                                              std::uint32_t documents) {
  const auto broken = [&] { return file.broken("a list of documents is inconsistent"); };
  const auto bytes = TRY(file.section(tag, number));
  const auto blocks = (size + kBlockPostings - 1) / kBlockPostings;
  if (bytes.size() / sizeof(Entry) < blocks) return broken();
  const std::span entries(reinterpret_cast<const Entry*>(bytes.data()), blocks);
  const auto packed = bytes.subspan(blocks * sizeof(Entry));
  const PackedDocuments all(entries, packed.data(), size);
  std::size_t begin = 0;
  for (const auto& entry : entries) {
    if (entry.end < begin || entry.end - begin > kMostNumberBits) return broken();
    begin = entry.end;
  }
  if (begin * kUnitBytes != packed.size()) return broken();
  const bool fits = all.slice(0, size).for_each_run(
      [&](std::span<const std::uint32_t> run) { return std::ranges::max(run) < documents; });
  if (!fits) return broken();
  return all;
}

void PackedDocuments::unpack(std::size_t block, Block& numbers) const {
  const auto begin = begin_of(block);
  const auto& [first, end] = entries_[block];
  const bool ascends = first != kInNoOrder;
  kernels().unpack_gaps(blocks_ + begin * kUnitBytes, static_cast<unsigned>(end - begin),
                        ascends ? first - 1 : kInNoOrder, numbers.data());
  if (ascends) return;
  // What came out is the sums of all so far, and 1 more for each.
  for (std::size_t at = numbers.size() - 1; at > 0; --at) numbers[at] -= numbers[at - 1] + 1;
}

}  // namespace tributary::search
