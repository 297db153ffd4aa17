#include "search/postings/posting_check.h"

#include <array>
#include <bit>
#include <optional>

#include "search/postings/bits.h"
#include "search/postings/varint.h"

namespace tributary::search {
namespace {

/// What a block must keep to: its documents lie in [least, documents), and end with `last` where
/// the directory names that.
struct BlockBounds {
  std::uint64_t least = 0;
  std::uint64_t end = 0;
  std::optional<std::uint32_t> last;
};

bool is_run(ByteReader& reader, unsigned width, std::uint32_t count, const BlockBounds& bounds) {
  if (width > 32) return false;
  const Bits gaps(reader.bytes(bytes_of_bits(std::uint64_t{width} * count)));
  if (reader.broken()) return false;
  auto next = bounds.least;
  for (std::uint32_t i = 0; i < count; ++i) {
    next += gaps.number(std::uint64_t{width} * i, width) + 1;
    if (next > bounds.end) return false;
  }
  return !bounds.last || next == std::uint64_t{*bounds.last} + 1;
}

bool is_bitset(ByteReader& reader, const BlockBounds& bounds) {
  const auto first = reader.fixed<std::uint32_t>(), last = *bounds.last / 64;
  if (reader.broken() || first > last || first < bounds.least / 64) return false;
  std::uint64_t count = 0, word = 0;
  for (auto at = first; at <= last; ++at) {
    word = reader.fixed<std::uint64_t>();
    if (reader.broken()) return false;
    count += static_cast<std::uint64_t>(std::popcount(word));
    const bool begins_late =
        at != bounds.least / 64 || (word & ((std::uint64_t{1} << bounds.least % 64) - 1)) == 0;
    if (!begins_late) return false;
  }
  const auto highest = static_cast<std::uint32_t>(63 - std::countl_zero(word | 1));
  return count == kBlockPostings && word != 0 && last * 64 + highest == *bounds.last;
}

bool is_packed(ByteReader& reader, unsigned bits, const BlockBounds& bounds) {
  const auto packed = reader.bytes(std::size_t{16} * bits);
  if (reader.broken()) return false;
  std::array<std::uint32_t, kBlockPostings> documents{};
  kernels().unpack_gaps(packed.data(), bits, static_cast<std::uint32_t>(bounds.least) - 1,
                        documents.data());
  auto least = bounds.least;
  for (const auto document : documents) {
    if (document < least) return false;
    least = std::uint64_t{document} + 1;
  }
  return documents.back() == *bounds.last;
}

/// Whether a bitmap has so many bits, all of them documents, and its ranks count them.
bool is_bitmap(std::span<const std::byte> bytes, std::uint32_t document_count,
               std::uint32_t documents, Impacts impacts) {
  const auto layout = BitmapLayout::of(documents);
  const auto impact_bytes = impacts == Impacts::stored ? document_count : 0;
  if (bytes.size() < layout.impacts || bytes.size() - layout.impacts < impact_bytes) return false;
  std::uint32_t count = 0;
  for (std::uint32_t word = 0; word < words_in_windows(documents); ++word) {
    const auto first = std::uint64_t{word} * 64;
    const auto bits = load<std::uint64_t>(bytes.data() + layout.bits + 8 * std::size_t{word});
    if (first < documents && first % kRankedDocuments == 0) {
      const auto place = layout.ranks + 4 * (first / kRankedDocuments);
      if (load<std::uint32_t>(bytes.data() + place) != count) return false;
    }
    const auto present = first >= documents ? 0 : documents - first;
    if (present < 64 && bits >> present != 0) return false;
    count += static_cast<std::uint32_t>(std::popcount(bits));
  }
  return count == document_count;
}

}  // namespace

bool is_posting_list(std::span<const std::byte> bytes, std::uint32_t document_count,
                     std::uint32_t documents, Impacts impacts) {
  ByteReader reader(bytes);
  const auto impact_bytes = [&](std::uint32_t postings) {
    return impacts == Impacts::stored ? postings : 0;
  };
  if (document_count < kBlockPostings) {
    const auto width = reader.fixed<std::uint8_t>();
    const BlockBounds bounds{.least = 0, .end = documents, .last = {}};
    if (!is_run(reader, width, document_count, bounds)) return false;
    reader.bytes(impact_bytes(document_count));
    return !reader.broken();
  }
  if (has_bitmap(document_count, documents))
    return is_bitmap(bytes, document_count, documents, impacts);
  const std::size_t blocks = (std::size_t{document_count} + kBlockPostings - 1) / kBlockPostings;
  const auto lasts = reader.bytes(4 * blocks);
  const auto beginnings = reader.bytes(4 * ((blocks + kBlocksTogether - 1) / kBlocksTogether));
  const auto offsets = reader.bytes(2 * blocks);
  reader.bytes(blocks);
  const auto codes = reader.bytes(blocks);
  if (has_window_maxima(document_count, documents)) {
    reader.bytes((std::size_t{documents} + kWindowDocuments - 1) / kWindowDocuments);
  }
  if (reader.broken()) return false;
  const auto payload = bytes.last(reader.remaining());
  BlockBounds bounds{.least = 0, .end = documents, .last = {}};
  for (std::size_t block = 0; block < blocks; ++block) {
    const auto offset =
        std::uint64_t{load<std::uint32_t>(beginnings.data() + 4 * (block / kBlocksTogether))} +
        load<std::uint16_t>(offsets.data() + 2 * block);
    const auto code = std::to_integer<std::uint8_t>(codes[block]);
    const auto size = block + 1 < blocks || document_count % kBlockPostings == 0
                          ? kBlockPostings
                          : document_count % kBlockPostings;
    bounds.last = load<std::uint32_t>(lasts.data() + 4 * block);
    if (*bounds.last >= documents || *bounds.last < bounds.least || offset > payload.size()) {
      return false;
    }
    ByteReader inside(payload.subspan(offset));
    inside.bytes(impact_bytes(size));
    const bool is_full = size == kBlockPostings;
    const bool is_sound = code >= kFirstTailCode
                              ? !is_full && is_run(inside, code - kFirstTailCode, size, bounds)
                          : !is_full            ? false
                          : code == kBitsetCode ? is_bitset(inside, bounds)
                          : code <= 32          ? is_packed(inside, code, bounds)
                                                : false;
    if (!is_sound || inside.broken()) return false;
    bounds.least = std::uint64_t{*bounds.last} + 1;
  }
  return true;
}

}  // namespace tributary::search
