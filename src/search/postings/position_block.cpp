#include "search/postings/position_block.h"

#include <algorithm>
#include <bit>

#include "search/postings/position_list.h"

namespace tributary::search {
namespace {

/// More positions than so many bytes can hold: each takes a bit at least, but where all packed
/// numbers are zeros, and then only the first of a group and the exceptions are there.
std::uint32_t most_positions(std::size_t bytes) {
  constexpr std::size_t kOfZeros = kBlockPostings * kMaximumTextFields + 255;
  return static_cast<std::uint32_t>(std::min<std::size_t>(8 * bytes + kOfZeros, UINT32_MAX));
}

}  // namespace

void append_position_block(std::string& to, ByteReader& records, std::uint32_t postings) {
  std::vector<RecordTag> groups;
  std::vector<std::uint32_t> gaps;
  for (std::uint32_t posting = 0; posting < postings; ++posting) {
    do {
      groups.push_back(RecordTag::of(records.varint()));
      for (auto left = groups.back().count; left > 0; --left) gaps.push_back(records.varint());
    } while (groups.back().is_followed && !records.broken());
  }
  const auto [lowest, highest] = std::ranges::minmax(groups, {}, &RecordTag::field);
  const auto field_bits = std::bit_width(highest.field - lowest.field);
  const unsigned follow_bits = groups.size() > postings ? 1 : 0;
  std::vector<std::uint32_t> tags;
  for (const auto& group : groups) {
    const auto above = (group.count - 1) << field_bits | (group.field - lowest.field);
    tags.push_back(above << follow_bits | (group.is_followed ? 1U : 0U));
  }
  to.push_back(static_cast<char>(lowest.field | static_cast<unsigned>(field_bits) << 5));
  append_varint(to, static_cast<std::uint32_t>(groups.size()) - postings);
  append_packed(to, tags);
  append_packed(to, gaps);
}

void PositionBlock::open(std::span<const std::byte> bytes, std::uint32_t postings) {
  ByteReader from(bytes);
  const std::uint32_t fields = from.fixed<std::uint8_t>();
  lowest_field_ = fields % kMaximumTextFields;
  field_bits_ = fields / kMaximumTextFields;
  const auto more = std::min(from.varint(), postings * (kMaximumTextFields - 1));
  follow_bits_ = more > 0 ? 1 : 0;
  groups_left_ = postings + more;
  tags_.open(from, groups_left_);
  gaps_.open_last(from);
  next_group_ = next_posting_ = next_gap_ = 0;
  room_ = most_positions(bytes.size());
}

std::span<const PositionBlock::Group> PositionBlock::groups(std::uint32_t posting) {
  groups_.clear();
  while (next_posting_ <= posting && groups_left_ > 0) {
    const auto tag = tags_.at(next_group_++);
    --groups_left_;
    const auto above = tag >> follow_bits_;
    const auto count = std::min((above >> field_bits_) + 1, room_);
    if (next_posting_ == posting) {
      const auto field = lowest_field_ + (above & ((1U << field_bits_) - 1));
      groups_.push_back(
          {.field = field % kMaximumTextFields, .count = count, .first_gap = next_gap_});
    }
    next_gap_ += count;
    room_ -= count;
    if ((tag & follow_bits_) == 0) ++next_posting_;
  }
  return groups_;
}

}  // namespace tributary::search
