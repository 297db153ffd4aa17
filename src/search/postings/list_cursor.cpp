#include "search/postings/list_cursor.h"

#include <algorithm>

namespace tributary::search {

void ListCursor::decode(std::uint32_t block) {
  impacts_ = list_.decode_block(block, documents_.data());
  size_ = list_.is_in_blocks() ? list_.block_size(block) : list_.document_count();
  decoded_ = block;
  at_ = 0;
}

void ListCursor::skip_blocks(std::uint32_t document) {
  if (!list_.is_in_blocks()) return;
  if (list_.is_bitmap()) {
    block_ = std::max(block_, std::min(document / kBlockPostings, list_.blocks()));
    return;
  }
  // Most steps are short; longer ones double, then halve.
  const auto blocks = list_.blocks();
  if (block_ == blocks || list_.last_document(block_) >= document) return;
  std::uint32_t low = block_, step = 1;
  while (low + step < blocks && list_.last_document(low + step) < document) {
    low += step;
    step *= 2;
  }
  auto high = std::min(low + step, blocks);
  while (low + 1 < high) {
    const auto middle = low + (high - low) / 2;
    (list_.last_document(middle) < document ? low : high) = middle;
  }
  block_ = high;
}

void ListCursor::skip_postings(std::uint32_t document) {
  constexpr std::uint32_t kNear = 4;
  for (std::uint32_t step = 0; step < kNear; ++step, ++at_) {
    if (at_ == size_ || documents_[at_] >= document) return;
  }
  // Halving without a branch that could be foreseen wrongly.
  for (auto left = size_ - at_; left > 0;) {
    const auto half = (left + 1) / 2;
    at_ += documents_[at_ + half - 1] < document ? half : 0;
    left -= half;
  }
}

std::optional<ListCursor::Found> ListCursor::find(std::uint32_t document) {
  if (list_.is_bitmap()) {
    if (!list_.has_bit(document)) return std::nullopt;
    return Found{.impact = list_.impact_in_bitmap(document), .index = list_.rank(document)};
  }
  skip_blocks(document);
  if (block_ < list_.blocks() && list_.is_bitset(block_)) {
    const auto place = list_.place_in_bitset(block_, document);
    if (!place) return std::nullopt;
    return Found{.impact = list_.impacts(block_)[*place],
                 .index = block_ * kBlockPostings + *place};
  }
  if (seek(document) != document) return std::nullopt;
  return Found{.impact = impact(), .index = index()};
}

bool ListCursor::contains(std::uint32_t document) {
  if (list_.is_bitmap()) return list_.has_bit(document);
  skip_blocks(document);
  if (block_ < list_.blocks() && list_.is_bitset(block_)) {
    return list_.is_in_bitset(block_, document);
  }
  return seek(document) == document;
}

std::uint32_t ListCursor::seek(std::uint32_t document) {
  skip_blocks(document);
  for (; block_ < list_.blocks(); ++block_) {
    if (decoded_ != block_) decode(block_);
    skip_postings(document);
    if (at_ < size_) return documents_[at_];
    // At the end of a list, or in a block of a bitmap that has none from here on: any block before
    // has a document this late.
  }
  return kNoDocument;
}

void ListCursor::impacts_of(const std::uint32_t* documents, std::size_t count, Impact* impacts) {
  if (list_.is_bitmap()) {
    for (std::size_t i = 0; i < count; ++i) impacts[i] = list_.impact_in_bitmap(documents[i]);
    return;
  }
  for (std::size_t i = 0; i < count;) {
    skip_blocks(documents[i]);
    if (block_ >= list_.blocks()) {
      std::fill(impacts + i, impacts + count, Impact{0});
      return;
    }
    const auto last = list_.is_in_blocks() ? list_.last_document(block_) : kNoDocument;
    auto end = i + 1;
    while (end < count && end - i < kBlockPostings && documents[end] <= last) ++end;
    impacts_in_block(documents + i, end - i, impacts + i);
    i = end;
  }
}

void ListCursor::impacts_in_block(const std::uint32_t* documents, std::size_t count,
                                  Impact* impacts) {
  constexpr std::size_t kFewInBitset = 4;
  if (count < kFewInBitset && decoded_ != block_ && list_.is_bitset(block_)) {
    for (std::size_t i = 0; i < count; ++i) {
      const auto place = list_.place_in_bitset(block_, documents[i]);
      impacts[i] = place ? list_.impacts(block_)[*place] : Impact{0};
    }
    return;
  }
  if (decoded_ != block_) decode(block_);
  if (size_ < kBlockPostings) {
    std::fill(documents_.begin() + size_, documents_.begin() + kBlockPostings, kNoDocument);
  }
  std::array<std::uint8_t, kBlockPostings> places{};
  kernels().find_numbers(documents_.data(), documents, count, places.data());
  for (std::size_t i = 0; i < count; ++i) {
    // Without a branch: whether it is there cannot be foreseen.
    const auto is_there = static_cast<unsigned>(places[i] < kBlockPostings);
    impacts[i] = static_cast<Impact>(impacts_[places[i] * is_there] & (0U - is_there));
  }
}

Impact ListCursor::window_bound(std::uint32_t first) {
  if (const auto* maxima = list_.window_maxima(); maxima != nullptr) {
    return std::to_integer<Impact>(maxima[first / kWindowDocuments]);
  }
  const auto end = first + kWindowDocuments;
  Impact bound = 0;
  if (!list_.is_in_blocks()) {
    if (decoded_ != 0) decode(0);
    skip_postings(first);
    for (auto i = at_; i < size_ && documents_[i] < end; ++i) bound = std::max(bound, impacts_[i]);
    return bound;
  }
  skip_blocks(first);
  for (auto block = block_; block < list_.blocks(); ++block) {
    if (block > 0 && list_.last_document(block - 1) + 1 >= end) break;
    bound = std::max(bound, list_.block_maximum(block));
  }
  return bound;
}

std::uint32_t ListCursor::next_possible(std::uint32_t first) {
  if (list_.window_maxima() == nullptr) return seek(first);
  skip_blocks(first);
  if (block_ >= list_.blocks()) return kNoDocument;
  return block_ == 0 ? first : std::max(first, list_.last_document(block_ - 1) + 1);
}

bool ListCursor::decode_in_window(std::uint32_t first, Impact least) {
  const auto last = first + (kWindowDocuments - 1);
  for (; block_ < list_.blocks(); ++block_) {
    if (list_.is_in_blocks()) {
      if (block_ > 0 && list_.last_document(block_ - 1) >= last) return false;
      if (list_.block_maximum(block_) < least) {
        if (list_.last_document(block_) > last) return false;
        continue;
      }
    }
    if (decoded_ != block_) decode(block_);
    skip_postings(first);
    if (at_ < size_) return true;
    // Past the end of a list that is not in blocks; a block of a bitmap may have no posting.
  }
  return false;
}

std::uint32_t ListCursor::end_in_block(std::uint32_t first) const {
  const auto last = first + (kWindowDocuments - 1);
  if (documents_[size_ - 1] <= last) return size_;
  const auto begin = documents_.begin();
  return static_cast<std::uint32_t>(std::upper_bound(begin + at_, begin + size_, last) - begin);
}

std::size_t ListCursor::collect(std::uint32_t first, Impact least, std::uint32_t* documents,
                                std::uint32_t* impacts) {
  if (list_.is_bitmap()) {
    return kernels().collect_bits(list_.window_bits(first), list_.window_impacts(first), least,
                                  first, documents, impacts);
  }
  std::size_t found = 0;
  skip_blocks(first);
  for (; decode_in_window(first, least); ++block_) {
    const auto end = end_in_block(first);
    found += kernels().collect_weights(documents_.data() + at_, impacts_ + at_, end - at_, least,
                                       documents + found, impacts + found);
    at_ = end;
    if (at_ < size_) break;
  }
  return found;
}

std::size_t ListCursor::collect_blocks(Impact least, std::size_t enough, std::uint32_t* documents,
                                       std::uint32_t* impacts) {
  std::size_t found = 0;
  for (; found < enough && !at_end(); ++block_) {
    if (list_.is_in_blocks() && list_.block_maximum(block_) < least) continue;
    if (decoded_ != block_) decode(block_);
    found += kernels().collect_weights(documents_.data(), impacts_, size_, least, documents + found,
                                       impacts + found);
  }
  return found;
}

void ListCursor::accumulate(std::uint32_t first, std::uint32_t factor, std::uint32_t* sums,
                            std::uint64_t* touched) {
  if (list_.is_bitmap()) {
    return kernels().accumulate_bits(list_.window_bits(first), list_.window_impacts(first), factor,
                                     sums, touched);
  }
  skip_blocks(first);
  for (; decode_in_window(first, 0); ++block_) {
    const auto end = end_in_block(first);
    kernels().accumulate(documents_.data() + at_, impacts_ + at_, end - at_, factor, first, sums,
                         touched);
    at_ = end;
    if (at_ < size_) return;
  }
}

void ListCursor::raise(std::uint32_t first, Impact least, std::uint32_t factor,
                       std::uint32_t* values, std::uint8_t* marks) {
  skip_blocks(first);
  for (; decode_in_window(first, least); ++block_) {
    const auto end = end_in_block(first);
    for (auto i = at_; i < end; ++i) {  // without a branch that could be foreseen wrongly
      const auto place = documents_[i] - first;
      values[place] = std::max(values[place], factor * impacts_[i]);
      marks[place / 64] = 1;
    }
    at_ = end;
    if (at_ < size_) return;
  }
}

}  // namespace tributary::search
