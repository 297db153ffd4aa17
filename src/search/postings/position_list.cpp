#include "search/postings/position_list.h"

#include <algorithm>
#include <cstring>

namespace tributary::search {
namespace {

constexpr std::size_t kOffsetBytes = 4;

std::size_t blocks_of(std::uint32_t postings) {
  return (std::size_t{postings} + kBlockPostings - 1) / kBlockPostings;
}

}  // namespace

void PositionRecords::add_record(std::span<const std::byte> record) {
  bytes_.append(reinterpret_cast<const char*>(record.data()), record.size());
}

void PositionRecords::add(std::span<const FieldOccurrences> fields) {
  for (std::size_t i = 0; i < fields.size(); ++i) {
    const auto& [field, positions] = fields[i];
    const RecordTag tag{.count = static_cast<std::uint32_t>(positions.size()),
                        .field = field,
                        .is_followed = i + 1 < fields.size()};
    append_varint(bytes_, tag.varint());
    std::uint32_t before = 0;
    for (const auto position : positions) {
      append_varint(bytes_, position - before);
      before = position;
    }
  }
}

void append_position_list(std::string& to, std::string_view records, std::uint32_t postings) {
  if (postings < kBlockPostings) {
    to += records;
    return;
  }
  const auto offsets = to.size();
  const auto blocks = offsets + kOffsetBytes * blocks_of(postings);
  to.resize(blocks);
  ByteReader left(as_bytes(records));
  for (std::uint32_t first = 0; first < postings; first += kBlockPostings) {
    const auto offset = static_cast<std::uint32_t>(to.size() - blocks);
    std::memcpy(to.data() + offsets + kOffsetBytes * (first / kBlockPostings), &offset,
                sizeof offset);
    append_position_block(to, left, std::min(postings - first, kBlockPostings));
  }
}

PositionCursor::PositionCursor(std::span<const std::byte> bytes, std::uint32_t document_count)
    : bytes_(bytes), document_count_(document_count), records_(bytes) {}

void PositionCursor::open_block_of(std::uint32_t index) {
  const auto number = index / kBlockPostings;
  if (opened_ == number) return;
  opened_ = number;
  const auto directory = kOffsetBytes * blocks_of(document_count_);
  auto blocks = bytes_.subspan(std::min(directory, bytes_.size()));
  if (directory <= bytes_.size()) {
    const auto offset = load<std::uint32_t>(bytes_.data() + kOffsetBytes * number);
    blocks = blocks.subspan(std::min<std::size_t>(offset, blocks.size()));
  }
  block_.open(blocks, std::min(document_count_ - number * kBlockPostings, kBlockPostings));
}

void PositionCursor::skip_to(std::uint32_t index) {
  for (; next_ < index; ++next_) {
    for (bool more = true; more;) {
      const auto tag = RecordTag::of(records_.varint());
      for (auto left = tag.count; left > 0 && !records_.at_end(); --left) records_.varint();
      more = tag.is_followed;
    }
  }
}

std::span<const std::byte> PositionCursor::record(std::uint32_t index) {
  if (!has_blocks()) {
    skip_to(index);
    const auto before = records_.remaining();
    skip_to(index + 1);
    return bytes_.subspan(bytes_.size() - before, before - records_.remaining());
  }
  open_block_of(index);
  record_.clear();
  const auto groups = block_.groups(index % kBlockPostings);
  for (const auto& group : groups) {
    const RecordTag tag{
        .count = group.count, .field = group.field, .is_followed = &group != &groups.back()};
    append_varint(record_, tag.varint());
    for (std::uint32_t gap = 0; gap < group.count; ++gap) {
      append_varint(record_, block_.gap(group.first_gap + gap));
    }
  }
  return as_bytes(record_);
}

void PositionCursor::read(std::uint32_t index, FieldMask fields, std::vector<Spot>& spots) {
  spots.clear();
  if (has_blocks()) {
    open_block_of(index);
    for (const auto& [field, count, first_gap] : block_.groups(index % kBlockPostings)) {
      if ((fields >> field & 1) == 0) continue;
      std::uint32_t position = 0;
      for (std::uint32_t gap = 0; gap < count; ++gap) {
        position += block_.gap(first_gap + gap);
        spots.push_back(spot_of(field, position));
      }
    }
    return;
  }
  skip_to(index);
  ++next_;
  for (bool more = true; more;) {
    const auto tag = RecordTag::of(records_.varint());
    more = tag.is_followed;
    const bool is_wanted = (fields >> tag.field & 1) != 0;
    std::uint32_t position = 0;
    for (auto left = tag.count; left > 0 && !records_.at_end(); --left) {
      position += records_.varint();
      if (is_wanted) spots.push_back(spot_of(tag.field, position));
    }
  }
}

}  // namespace tributary::search
