#include "search/postings/position_list.h"

#include "search/postings/varint.h"

namespace tributary::search {

void PositionListBuilder::add(std::span<const FieldOccurrences> fields) {
  if (postings_++ % kBlockPostings == 0) {
    offsets_.push_back(static_cast<std::uint32_t>(records_.size()));
  }
  for (std::size_t i = 0; i < fields.size(); ++i) {
    const auto& [field, positions] = fields[i];
    const auto count = static_cast<std::uint32_t>(positions.size());
    const std::uint32_t another = i + 1 < fields.size() ? 1 : 0;
    append_varint(records_, (count - 1) * 64 + field * 2 + another);
    std::uint32_t before = 0;
    for (const auto position : positions) {
      append_varint(records_, position - before);
      before = position;
    }
  }
}

void PositionListBuilder::finish(std::string& bytes) {
  if (postings_ >= kBlockPostings) {
    for (const auto offset : offsets_) append(bytes, offset);
  }
  bytes += records_;
  postings_ = 0;
  offsets_.clear();
  records_.clear();
}

PositionCursor::PositionCursor(std::span<const std::byte> bytes, std::uint32_t document_count)
    : begin_(bytes.data()), records_(bytes.data()), document_count_(document_count) {
  if (document_count >= kBlockPostings) {
    records_ += std::size_t{4} * ((document_count + kBlockPostings - 1) / kBlockPostings);
  }
  at_ = records_;
}

std::uint32_t PositionCursor::varint() {
  std::uint32_t value = 0;
  for (unsigned shift = 0;; shift += 7) {
    const auto byte = std::to_integer<std::uint32_t>(*at_++);
    value |= (byte & 0x7F) << shift;
    if (byte < 0x80) return value;
  }
}

void PositionCursor::skip(std::uint32_t varints) {
  while (varints > 0) varints -= std::to_integer<std::uint32_t>(*at_++) < 0x80 ? 1U : 0U;
}

void PositionCursor::read(std::uint32_t index, FieldMask fields, std::vector<Spot>& spots) {
  const auto block = index / kBlockPostings;
  if (document_count_ >= kBlockPostings && block > next_ / kBlockPostings) {
    at_ = records_ + load<std::uint32_t>(begin_ + 4 * std::size_t{block});
    next_ = block * kBlockPostings;
  }
  for (; next_ < index; ++next_) {
    for (bool more = true; more;) {
      const auto tag = varint();
      more = tag % 2 != 0;
      skip(tag / 64 + 1);
    }
  }
  spots.clear();
  ++next_;
  for (bool more = true; more;) {
    const auto tag = varint();
    const auto field = tag / 2 % kMaximumTextFields;
    more = tag % 2 != 0;
    if ((fields >> field & 1) == 0) {
      skip(tag / 64 + 1);
      continue;
    }
    std::uint32_t position = 0;
    for (auto left = tag / 64 + 1; left > 0; --left) {
      position += varint();
      spots.push_back(spot_of(field, position));
    }
  }
}

}  // namespace tributary::search
