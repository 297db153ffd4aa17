#include "search/index/run_codec.h"

namespace tributary::search {

void TermEncoder::encode(std::span<const RunPlace> places) {
  auto* document_end = documents_.of(places.size() * kMostVarintBytes);
  auto* record_end = records_.of(places.size() * 2 * kMostVarintBytes);
  auto before = kNoDocument;  // so that the first distance is the number + 1
  for (std::size_t at = 0; at < places.size();) {
    const auto document = places[at].document;
    document_end = put_varint(document_end, document - before);
    before = document;
    for (bool more = true; more;) {
      const auto field = places[at].field_and_position >> 24;
      const auto is_in_document = [&](std::size_t place) {
        return place < places.size() && places[place].document == document;
      };
      auto end = at + 1;
      while (is_in_document(end) && places[end].field_and_position >> 24 == field) ++end;
      more = is_in_document(end);
      const RecordTag tag{
          .count = static_cast<std::uint32_t>(end - at), .field = field, .is_followed = more};
      record_end = put_varint(record_end, tag.varint());
      std::uint32_t last = 0;
      for (; at < end; ++at) {
        const auto position = places[at].field_and_position & kMaximumPosition;
        record_end = put_varint(record_end, position - last);
        last = position;
      }
    }
  }
  documents_.size = static_cast<std::size_t>(document_end - documents_.bytes.data());
  records_.size = static_cast<std::size_t>(record_end - records_.bytes.data());
}

std::span<const std::uint32_t> TermDecoder::next_documents() {
  std::size_t count = 0;
  while (count < kAtOnce && !broken_ && !left_.at_end()) {
    const auto distance = left_.varint();
    const auto before = last_ == kNoDocument ? std::uint64_t{0} : std::uint64_t{last_} + 1;
    const auto number = before + distance - 1;
    broken_ = distance == 0 || number >= documents_in_index_;
    if (!broken_) documents_[count++] = last_ = static_cast<std::uint32_t>(number);
  }
  return std::span(documents_).first(count);
}

const PositionRecord* TermDecoder::next_record() {
  if (read_record(records_, record_)) return &record_;
  broken_ = true;
  return nullptr;
}

}  // namespace tributary::search
