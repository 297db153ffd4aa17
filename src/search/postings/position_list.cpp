#include "search/postings/position_list.h"

#include <algorithm>

#include "search/postings/varint.h"

namespace tributary::search {

void PositionListBuilder::begin_record() {
  if (postings_++ % kBlockPostings == 0) {
    offsets_.push_back(static_cast<std::uint32_t>(records_.size()));
  }
}

void PositionListBuilder::add_record(std::span<const std::byte> record) {
  begin_record();
  records_.append(reinterpret_cast<const char*>(record.data()), record.size());
}

void PositionListBuilder::add(std::span<const FieldOccurrences> fields) {
  begin_record();
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
    : begin_(bytes.data()),
      end_(bytes.data() + bytes.size()),
      records_(bytes.data()),
      document_count_(document_count) {
  if (document_count >= kBlockPostings) {
    const auto directory =
        std::size_t{4} * ((document_count + kBlockPostings - 1) / kBlockPostings);
    if (directory > bytes.size()) document_count_ = 0;  // as one without
    records_ += std::min(directory, bytes.size());
  }
  at_ = records_;
}

std::uint32_t PositionCursor::varint() {
  std::uint32_t value = 0;
  for (unsigned shift = 0; at_ != end_ && shift < 35; shift += 7) {
    const auto byte = std::to_integer<std::uint32_t>(*at_++);
    value |= (byte & 0x7F) << shift;
    if (byte < 0x80) break;
  }
  return value;
}

void PositionCursor::move_to_block_of(std::uint32_t index) {
  const auto block = index / kBlockPostings;
  if (document_count_ >= kBlockPostings && block > next_ / kBlockPostings) {
    const auto offset = load<std::uint32_t>(begin_ + 4 * std::size_t{block});
    at_ = records_ + std::min<std::size_t>(offset, static_cast<std::size_t>(end_ - records_));
    next_ = block * kBlockPostings;
  }
}

void PositionCursor::skip(std::uint32_t varints) {
  while (varints > 0 && at_ != end_)
    varints -= std::to_integer<std::uint32_t>(*at_++) < 0x80 ? 1U : 0U;
}

void PositionCursor::skip_record() {
  for (bool more = true; more;) {
    const auto tag = varint();
    more = tag % 2 != 0;
    skip(tag / 64 + 1);
  }
  ++next_;
}

std::span<const std::byte> PositionCursor::record(std::uint32_t index) {
  move_to_block_of(index);
  while (next_ < index) skip_record();
  const auto* begin = at_;
  skip_record();
  return {begin, at_};
}

void PositionCursor::read(std::uint32_t index, FieldMask fields, std::vector<Spot>& spots) {
  move_to_block_of(index);
  while (next_ < index) skip_record();
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
    for (auto left = tag / 64 + 1; left > 0 && at_ != end_; --left) {
      position += varint();
      spots.push_back(spot_of(field, position));
    }
  }
}

}  // namespace tributary::search
