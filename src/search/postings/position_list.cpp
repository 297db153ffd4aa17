#include "search/postings/position_list.h"

#include <algorithm>

namespace tributary::search {
namespace {

std::size_t blocks_of(std::uint32_t postings) {
  return (std::size_t{postings} + kPositionBlockPostings - 1) / kPositionBlockPostings;
}

}  // namespace

bool read_record(ByteReader& from, PositionRecord& record) {
  record.fields.clear();
  const auto* begin = from.at();
  for (bool more = true; more;) {
    const auto* field = from.at();
    const auto tag = RecordTag::of(from.varint());
    from.skip_varints(tag.count);
    if (from.broken()) return false;
    record.fields.push_back({tag.field, tag.count, {field, from.at()}});
    more = tag.is_followed;
  }
  record.bytes = {begin, from.at()};
  return true;
}

void PositionRecords::add_record(std::span<const std::byte> record) {
  bytes_.append(reinterpret_cast<const char*>(record.data()), record.size());
}

void PositionRecords::add_field(const RecordField& field, bool is_followed) {
  const auto begin = bytes_.size();
  add_record(field.bytes);
  // The lowest bit of the tag is that of its first byte.
  auto& tag = bytes_[begin];
  tag = static_cast<char>((static_cast<unsigned char>(tag) & 0xFE) | (is_followed ? 1 : 0));
}

void append_position_list(std::string& to, std::string_view records, std::uint32_t postings) {
  if (postings < kFewestInBlocks) {
    to += records;
    return;
  }
  PositionBlockWriter writer;
  std::string blocks;
  std::vector<std::uint32_t> begins;
  ByteReader left(as_bytes(records));
  for (std::uint32_t first = 0; first < postings; first += kPositionBlockPostings) {
    begins.push_back(static_cast<std::uint32_t>(blocks.size()));
    writer.append_block(blocks, left, std::min(postings - first, kPositionBlockPostings));
  }
  if (begins.size() > 1) append_block_places(to, begins);
  to += blocks;
}

PositionCursor::PositionCursor(std::span<const std::byte> bytes, std::uint32_t document_count)
    : bytes_(bytes), document_count_(document_count), records_(bytes) {
  if (!has_blocks()) return;
  ByteReader from(bytes);
  if (const auto blocks = blocks_of(document_count); blocks > 1) places_.open(from, blocks);
  blocks_ = from.bytes(from.remaining());
}

void PositionCursor::open_block_of(std::uint32_t index) {
  const auto number = index / kPositionBlockPostings;
  if (opened_ == number) return;
  opened_ = number;
  const auto begin = places_.begin(number);
  block_.open(blocks_.subspan(std::min<std::uint64_t>(begin, blocks_.size())),
              std::min(document_count_ - number * kPositionBlockPostings, kPositionBlockPostings));
}

void PositionCursor::skip_to(std::uint32_t index) {
  for (; next_ < index; ++next_) {
    for (bool more = true; more;) {
      const auto tag = RecordTag::of(records_.varint());
      records_.skip_varints(tag.count);
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
  read(index, ~FieldMask{0}, spots_);
  record_.clear();
  for (auto spot = spots_.begin(); spot != spots_.end();) {
    const auto field = field_of(*spot);
    const auto end =
        std::find_if(spot, spots_.end(), [=](Spot each) { return field_of(each) != field; });
    const RecordTag tag{.count = static_cast<std::uint32_t>(end - spot),
                        .field = field,
                        .is_followed = end != spots_.end()};
    append_varint(record_, tag.varint());
    for (auto before = spot_of(field, 0); spot != end; before = *spot++) {
      append_varint(record_, static_cast<std::uint32_t>(*spot - before));
    }
  }
  return as_bytes(record_);
}

void PositionCursor::read(std::uint32_t index, FieldMask fields, std::vector<Spot>& spots) {
  spots.clear();
  if (has_blocks()) {
    open_block_of(index);
    block_.read(index % kPositionBlockPostings, fields, spots);
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
