#include "search/postings/posting_list.h"

#include <algorithm>
#include <array>
#include <bit>
#include <numeric>

#include "search/postings/bits.h"

namespace tributary::search {
namespace {

/// Sets the bits of ascending numbers. Changes to the same word in memory wait for each other, so
/// four parts take turns, which are mostly in different words.
void set_bits(std::span<const std::uint32_t> numbers, std::uint64_t* words) {
  const auto set = [&](std::size_t i) {
    words[numbers[i] / 64] |= std::uint64_t{1} << numbers[i] % 64;
  };
  const auto part = numbers.size() / 4;
  for (std::size_t i = 0; i < part; ++i) {
    set(i);
    set(i + part);
    set(i + 2 * part);
    set(i + 3 * part);
  }
  for (std::size_t i = 4 * part; i < numbers.size(); ++i) set(i);
}

std::size_t bitset_words(std::uint32_t first, std::uint32_t last) {
  return std::size_t{last / 64} - first / 64 + 1;
}

/// The block of full size, after its impacts; returns its code.
std::uint8_t append_full_block(std::string& bytes, std::span<const Posting> block,
                               std::uint32_t before) {
  std::array<std::uint32_t, kBlockPostings> gaps{};
  std::uint32_t all_gaps = 0;
  for (std::size_t i = 0; i < block.size(); ++i) {
    gaps[i] = block[i].document - before - 1;
    before = block[i].document;
    all_gaps |= gaps[i];
  }
  const auto bits = static_cast<unsigned>(std::bit_width(all_gaps));
  const auto first = block.front().document, last = block.back().document;
  const auto words = bitset_words(first, last);
  if (4 + words * 8 <= std::size_t{kBlockPostings / 8} * (bits + 1) && bits > 0) {
    append(bytes, first / 64);
    std::vector<std::uint64_t> set(words);
    for (const auto& posting : block) {
      set[posting.document / 64 - first / 64] |= std::uint64_t{1} << posting.document % 64;
    }
    for (const auto word : set) append(bytes, word);
    return kBitsetCode;
  }
  const auto at = bytes.size();
  bytes.resize(at + std::size_t{16} * bits);
  pack_gaps(gaps.data(), bits, reinterpret_cast<std::byte*>(bytes.data() + at));
  return static_cast<std::uint8_t>(bits);
}

/// Bits that the widest gap takes.
unsigned gap_width(std::span<const Posting> postings, std::uint32_t before) {
  std::uint32_t all_gaps = 0;
  for (const auto& posting : postings) {
    all_gaps |= posting.document - before - 1;
    before = posting.document;
  }
  return static_cast<unsigned>(std::bit_width(all_gaps));
}

void append_gaps(std::string& bytes, std::span<const Posting> postings, unsigned width,
                 std::uint32_t before) {
  BitWriter gaps(bytes);
  for (const auto& posting : postings) {
    gaps.add(posting.document - before - 1, width);
    before = posting.document;
  }
  gaps.finish();
}

void append_impacts(std::string& bytes, std::span<const Posting> postings) {
  for (const auto& posting : postings) bytes.push_back(static_cast<char>(posting.impact));
}

Impact greatest(std::span<const Posting> postings) {
  return std::ranges::max_element(postings, {}, &Posting::impact)->impact;
}

void append_window_maxima(std::string& bytes, std::span<const Posting> postings,
                          std::uint32_t documents) {
  std::string maxima((std::size_t{documents} + kWindowDocuments - 1) / kWindowDocuments, '\0');
  for (const auto& posting : postings) {
    auto& maximum = maxima[posting.document / kWindowDocuments];
    maximum = static_cast<char>(std::max(static_cast<Impact>(maximum), posting.impact));
  }
  bytes += maxima;
}

void append_bitmap(std::string& bytes, std::span<const Posting> postings, std::uint32_t documents,
                   Impacts impacts) {
  std::string maxima((std::size_t{documents} + kBlockPostings - 1) / kBlockPostings, '\0');
  std::vector<std::uint64_t> words(words_in_windows(documents));
  std::vector<std::uint32_t> ranks((std::size_t{documents} + kRankedDocuments - 1) /
                                   kRankedDocuments);
  for (const auto& [document, impact] : postings) {
    auto& maximum = maxima[document / kBlockPostings];
    maximum = static_cast<char>(std::max(static_cast<Impact>(maximum), impact));
    words[document / 64] |= std::uint64_t{1} << document % 64;
    const auto next = document / kRankedDocuments + 1;
    if (next < ranks.size()) ++ranks[next];
  }
  std::partial_sum(ranks.begin(), ranks.end(), ranks.begin());
  bytes += maxima;
  append_window_maxima(bytes, postings, documents);
  for (const auto rank : ranks) append(bytes, rank);
  for (const auto word : words) append(bytes, word);
  if (impacts == Impacts::stored) append_impacts(bytes, postings);
}

}  // namespace

BitmapLayout BitmapLayout::of(std::uint32_t documents) {
  const auto parts = [&](std::uint32_t each) { return (std::size_t{documents} + each - 1) / each; };
  BitmapLayout layout{};
  layout.window_maxima = parts(kBlockPostings);
  layout.ranks = layout.window_maxima + parts(kWindowDocuments);
  layout.bits = layout.ranks + parts(kRankedDocuments) * sizeof(std::uint32_t);
  layout.impacts = layout.bits + words_in_windows(documents) * sizeof(std::uint64_t);
  return layout;
}

void append_posting_list(std::string& bytes, std::span<const Posting> postings,
                         std::uint32_t documents, Impacts impacts) {
  if (postings.size() < 2) return;
  if (postings.size() < kBlockPostings) {
    const auto width = gap_width(postings, kNoDocument);
    bytes.push_back(static_cast<char>(width));
    append_gaps(bytes, postings, width, kNoDocument);
    if (impacts == Impacts::stored) append_impacts(bytes, postings);
    return;
  }
  if (has_bitmap(static_cast<std::uint32_t>(postings.size()), documents)) {
    return append_bitmap(bytes, postings, documents, impacts);
  }
  std::string lasts, beginnings, offsets, maxima, codes, payload;
  std::size_t beginning = 0;
  std::uint32_t before = kNoDocument;
  for (auto rest = postings; !rest.empty();) {
    const auto block = rest.first(std::min<std::size_t>(kBlockPostings, rest.size()));
    append(lasts, block.back().document);
    if (codes.size() % kBlocksTogether == 0) {
      beginning = payload.size();
      append(beginnings, static_cast<std::uint32_t>(beginning));
    }
    append(offsets, static_cast<std::uint16_t>(payload.size() - beginning));
    maxima.push_back(static_cast<char>(greatest(block)));
    if (impacts == Impacts::stored) append_impacts(payload, block);
    if (block.size() == kBlockPostings) {
      codes.push_back(static_cast<char>(append_full_block(payload, block, before)));
    } else {
      const auto width = gap_width(block, before);
      append_gaps(payload, block, width, before);
      codes.push_back(static_cast<char>(kFirstTailCode + width));
    }
    before = block.back().document;
    rest = rest.subspan(block.size());
  }
  bytes.append(lasts).append(beginnings).append(offsets).append(maxima).append(codes);
  if (has_window_maxima(static_cast<std::uint32_t>(postings.size()), documents)) {
    append_window_maxima(bytes, postings, documents);
  }
  bytes += payload;
}

PostingList::PostingList(std::span<const std::byte> bytes, std::uint32_t document_count,
                         std::uint32_t documents, Impacts impacts)
    : document_count_(document_count),
      blocks_(1),
      has_impacts_(impacts == Impacts::stored),
      bytes_(bytes) {
  if (!is_in_blocks()) return;
  if (has_bitmap(document_count, documents)) {
    const auto layout = BitmapLayout::of(documents);
    blocks_ = static_cast<std::uint32_t>(layout.window_maxima);
    maxima_ = bytes.data();
    window_maxima_ = maxima_ + layout.window_maxima;
    ranks_ = maxima_ + layout.ranks;
    bits_ = maxima_ + layout.bits;
    payload_ = maxima_ + layout.impacts;
    return;
  }
  blocks_ = (document_count + kBlockPostings - 1) / kBlockPostings;
  const auto together = (std::size_t{blocks_} + kBlocksTogether - 1) / kBlocksTogether;
  maxima_ = bytes.data() + std::size_t{6} * blocks_ + 4 * together;
  payload_ = maxima_ + std::size_t{2} * blocks_;
  if (has_window_maxima(document_count, documents)) {
    window_maxima_ = payload_;
    payload_ += (std::size_t{documents} + kWindowDocuments - 1) / kWindowDocuments;
  }
}

void PostingList::decode_run(const std::byte* gaps, unsigned width, std::uint32_t count,
                             std::uint32_t before, std::uint32_t* documents) const {
  const Bits bits(bytes_.subspan(static_cast<std::size_t>(gaps - bytes_.data())));
  for (std::uint32_t i = 0; i < count; ++i) {
    before += static_cast<std::uint32_t>(bits.number(std::uint64_t{width} * i, width)) + 1;
    documents[i] = before;
  }
}

const Impact* PostingList::decode_block(std::uint32_t block, std::uint32_t* documents) const {
  if (document_count_ == 1) {
    documents[0] = single_.document;
    return &single_.impact;
  }
  if (!is_in_blocks()) {
    const auto width = std::to_integer<unsigned>(bytes_.front());
    decode_run(bytes_.data() + 1, width, document_count_, kNoDocument, documents);
    return reinterpret_cast<const Impact*>(bytes_.data() + 1 +
                                           bytes_of_bits(std::uint64_t{width} * document_count_));
  }
  if (is_bitmap()) {
    const auto first = block * kBlockPostings;
    kernels().unpack_bits(window_bits(first), kBlockPostings / 64, first, documents);
    return window_impacts(first);
  }
  const auto before = block == 0 ? kNoDocument : last_document(block - 1);
  const auto how = code(block);
  if (how >= kFirstTailCode) {
    decode_run(coded(block), how - kFirstTailCode, block_size(block), before, documents);
  } else if (how == kBitsetCode) {
    const auto* bits = coded(block);
    const auto first = load<std::uint32_t>(bits), end = last_document(block) / 64 + 1;
    kernels().unpack_bits(bits + 4, end - first, first * 64, documents);
  } else {
    kernels().unpack_gaps(coded(block), how, before, documents);
  }
  return impacts(block);
}

Impact PostingList::greatest_bound() const {
  if (!is_in_blocks()) return UINT8_MAX;
  if (window_maxima_ == nullptr) {
    return std::to_integer<Impact>(*std::max_element(maxima_, maxima_ + blocks_));
  }
  const auto* end = is_bitmap() ? ranks_ : payload_;
  return std::to_integer<Impact>(*std::max_element(window_maxima_, end));
}

void PostingList::raise_window_bounds(std::uint32_t factor, std::uint32_t* bounds) const {
  const auto raise = [&](std::uint32_t& bound, Impact impact) {
    bound = std::max(bound, factor * impact);
  };
  if (window_maxima_ != nullptr) {
    const auto* end = is_bitmap() ? ranks_ : payload_;
    for (const auto* at = window_maxima_; at < end; ++at) {
      raise(*bounds++, std::to_integer<Impact>(*at));
    }
    return;
  }
  std::array<std::uint32_t, kBlockRoom> documents{};
  for (std::uint32_t block = 0; block < blocks_; ++block) {
    const auto* impacts = decode_block(block, documents.data());
    for (std::uint32_t i = 0, size = block_size(block); i < size; ++i) {
      raise(bounds[documents[i] / kWindowDocuments], impacts[i]);
    }
  }
}

std::uint32_t PostingList::rank(std::uint32_t document) const {
  const auto ranked = document / kRankedDocuments;
  auto rank = load<std::uint32_t>(ranks_ + 4 * std::size_t{ranked});
  for (auto word = ranked * (kRankedDocuments / 64); word < document / 64; ++word) {
    rank += static_cast<std::uint32_t>(std::popcount(bitmap_word(word)));
  }
  const auto before = (std::uint64_t{1} << document % 64) - 1;
  return rank + static_cast<std::uint32_t>(std::popcount(bitmap_word(document / 64) & before));
}

std::uint32_t PostingList::size_in_bitmap(std::uint32_t block) const {
  std::uint32_t size = 0;
  for (std::uint32_t word = 0; word < kBlockPostings / 64; ++word) {
    size += static_cast<std::uint32_t>(
        std::popcount(bitmap_word(block * (kBlockPostings / 64) + word)));
  }
  return size;
}

std::optional<std::uint32_t> PostingList::place_in_bitset(std::uint32_t block,
                                                          std::uint32_t document) const {
  const auto* bits = coded(block);
  const auto first = load<std::uint32_t>(bits), last = document / 64;
  if (last < first) return std::nullopt;
  const auto word = [&](std::uint32_t number) {
    return load<std::uint64_t>(bits + 4 + 8 * std::size_t{number - first});
  };
  const auto bit = std::uint64_t{1} << document % 64;
  if ((word(last) & bit) == 0) return std::nullopt;
  auto before = std::popcount(word(last) & (bit - 1));
  for (auto number = first; number < last; ++number) before += std::popcount(word(number));
  return static_cast<std::uint32_t>(before);
}

bool PostingList::is_in_bitset(std::uint32_t block, std::uint32_t document) const {
  const auto* bits = coded(block);
  const auto first = load<std::uint32_t>(bits), number = document / 64;
  if (number < first) return false;
  const auto word = load<std::uint64_t>(bits + 4 + 8 * std::size_t{number - first});
  return (word >> document % 64 & 1) != 0;
}

void PostingList::keep_in(std::uint64_t* words) const {
  for_each_window([&](std::uint32_t at, const std::uint64_t* bits) {
    kernels().and_words(words + at, bits, kWindowWords);
  });
}

void PostingList::add_to(std::uint64_t* words) const {
  if (is_bitmap()) {
    return for_each_window([&](std::uint32_t at, const std::uint64_t* bits) {
      kernels().or_words(words + at, bits, kWindowWords);
    });
  }
  std::array<std::uint32_t, kBlockRoom> documents{};
  for (std::uint32_t block = 0; block < blocks_; ++block) {
    if (is_bitset(block)) {
      for_each_word(block, [&](std::uint32_t at, std::uint64_t word) { words[at] |= word; });
      continue;
    }
    decode_block(block, documents.data());
    set_bits(std::span(documents).first(block_size(block)), words);
  }
}

std::uint64_t PostingList::count_in(const std::uint64_t* words) const {
  if (!is_bitmap()) return count_in_bits(reinterpret_cast<const std::byte*>(words));
  std::uint64_t count = 0;
  for_each_window([&](std::uint32_t at, const std::uint64_t* bits) {
    count += kernels().count_common_bits(words + at, bits, kWindowWords);
  });
  return count;
}

std::uint64_t PostingList::count_common(const PostingList& bitmap) const {
  if (!is_bitmap()) return count_in_bits(bitmap.bits_);
  std::uint64_t count = 0;
  std::array<std::uint64_t, kWindowWords> others{};
  for_each_window([&](std::uint32_t at, const std::uint64_t* bits) {
    std::memcpy(others.data(), bitmap.bits_ + 8 * std::size_t{at}, sizeof others);
    count += kernels().count_common_bits(others.data(), bits, kWindowWords);
  });
  return count;
}

std::uint64_t PostingList::count_in_bits(const std::byte* bits) const {
  std::array<std::uint32_t, kBlockRoom> documents{};
  std::uint64_t count = 0;
  for (std::uint32_t block = 0; block < blocks_; ++block) {
    if (is_bitset(block)) {
      for_each_word(block, [&](std::uint32_t at, std::uint64_t word) {
        const auto other = load<std::uint64_t>(bits + 8 * std::size_t{at});
        count += static_cast<std::uint64_t>(std::popcount(other & word));
      });
      continue;
    }
    decode_block(block, documents.data());
    count += kernels().count_numbers(documents.data(), block_size(block), bits);
  }
  return count;
}

std::vector<Posting> PostingList::decode() const {
  std::vector<Posting> postings;
  postings.reserve(document_count_);
  std::array<std::uint32_t, kBlockRoom> documents{};
  for (std::uint32_t block = 0; block < blocks_; ++block) {
    const auto* impacts = decode_block(block, documents.data());
    for (std::uint32_t i = 0, size = block_size(block); i < size; ++i) {
      postings.push_back({.document = documents[i], .impact = impacts[i]});
    }
  }
  return postings;
}

}  // namespace tributary::search
