#include "search/columns/label_chunks.h"

#include <algorithm>
#include <vector>

#include "search/kernels/kernels.h"

namespace tributary::search {
namespace {

std::size_t chunks_of(std::uint32_t documents) {
  return (std::size_t{documents} + kChunkDocuments - 1) / kChunkDocuments;
}

}  // namespace

Result<> write_label_chunks(SectionFileWriter& file, std::uint32_t number,
                            std::span<const std::span<const std::uint32_t>> documents_of,
                            std::uint32_t documents) {
  std::vector<std::uint32_t> ends;
  std::vector<std::uint16_t> numbers;
  std::vector<std::size_t> places(documents_of.size());
  for (std::size_t chunk = 0; chunk < chunks_of(documents); ++chunk) {
    for (std::size_t label = 0; label < documents_of.size(); ++label) {
      const auto own = documents_of[label];
      for (auto& at = places[label]; at < own.size() && own[at] / kChunkDocuments == chunk; ++at) {
        numbers.push_back(static_cast<std::uint16_t>(own[at] % kChunkDocuments));
      }
      ends.push_back(static_cast<std::uint32_t>(numbers.size()));
    }
  }
  TRY(file.section(SectionTag::value_chunk_ends, number, std::span<const std::uint32_t>(ends)));
  return file.section(SectionTag::value_chunks, number, std::span<const std::uint16_t>(numbers));
}

Result<LabelChunks> LabelChunks::open(const SectionFile& file, std::uint32_t number,
                                      std::span<const std::uint32_t> totals,
                                      std::uint32_t documents) {
  const auto broken = [&] { return file.broken("the documents of labels are inconsistent"); };
  const auto ends = TRY(file.array<std::uint32_t>(SectionTag::value_chunk_ends, number));
  const auto numbers = TRY(file.array<std::uint16_t>(SectionTag::value_chunks, number));
  const auto chunks = chunks_of(documents);
  if (ends.size() != chunks * totals.size() || !std::ranges::is_sorted(ends)) return broken();
  if (numbers.size() != (ends.empty() ? 0 : ends.back())) return broken();
  const LabelChunks all(ends, numbers, totals.size(), chunks);
  for (std::size_t label = 0; label < totals.size(); ++label) {
    std::uint64_t found = 0;
    for (std::size_t chunk = 0; chunk < chunks; ++chunk) {
      const auto own = all.numbers(chunk, label);
      found += own.size();
      const bool is_last = chunk + 1 == chunks;
      if (!is_last || own.empty()) continue;
      if (chunk * kChunkDocuments + std::ranges::max(own) >= documents) return broken();
    }
    if (found != totals[label]) return broken();
  }
  return all;
}

void LabelChunks::count(const std::uint64_t* words, std::uint32_t* counts) const {
  for (std::size_t chunk = 0; chunk < chunks_; ++chunk) {
    const auto* bits = reinterpret_cast<const std::byte*>(words + chunk * kChunkDocuments / 64);
    for (std::size_t label = 0; label < labels_; ++label) {
      const auto own = numbers(chunk, label);
      counts[label] +=
          static_cast<std::uint32_t>(kernels().count_numbers_16(own.data(), own.size(), bits));
    }
  }
}

}  // namespace tributary::search
