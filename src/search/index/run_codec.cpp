#include "search/index/run_codec.h"

namespace tributary::search {

void PostingEncoder::add(std::uint32_t document, std::span<const FieldOccurrences> fields) {
  append_varint(postings_, document - next_gap_base_);
  next_gap_base_ = document;
  std::uint32_t mask = 0;
  for (const auto& [field, positions] : fields) mask |= 1U << field;
  append_varint(postings_, mask);
  for (const auto& [field, positions] : fields) {
    append_varint(postings_, static_cast<std::uint32_t>(positions.size()));
    std::uint32_t before = 0;
    for (const auto position : positions) {
      append_varint(positions_, position - before);
      before = position;
    }
  }
  ++document_count_;
}

void PostingEncoder::clear() {
  postings_.clear();
  positions_.clear();
  next_gap_base_ = kNoDocument;
  document_count_ = 0;
}

bool PostingReader::next() {
  if (broken_ || reader_.at_end()) return false;
  const auto gap = reader_.varint();
  const bool is_first = document_ == kNoDocument;
  const auto number = is_first ? std::uint64_t{gap} - 1 : std::uint64_t{document_} + gap;
  if (gap == 0 || number >= documents_in_index_) return give_up();
  document_ = static_cast<std::uint32_t>(number);
  fields_ = reader_.varint();
  if (fields_ == 0) return give_up();
  for (std::uint32_t left = fields_; left != 0; left &= left - 1) {
    const auto frequency = reader_.varint();
    if (frequency == 0) return give_up();
    frequencies_[static_cast<std::size_t>(std::countr_zero(left))] = frequency;
  }
  return true;
}

bool PositionReader::read(std::uint32_t frequency, std::vector<std::uint32_t>& positions) {
  positions.clear();
  if (frequency > reader_.remaining()) return false;
  std::uint32_t position = 0;
  for (std::uint32_t count = 0; count < frequency; ++count) {
    position += reader_.varint();
    positions.push_back(position);
  }
  return !reader_.broken();
}

}  // namespace tributary::search
