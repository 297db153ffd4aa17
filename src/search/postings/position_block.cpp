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
  const auto lowest = fields % kMaximumTextFields, field_bits = fields / kMaximumTextFields;
  const auto more = std::min(from.varint(), postings * (kMaximumTextFields - 1));
  const auto follow_bits = more > 0 ? 1U : 0U;
  tags_.open(from, postings + more);
  auto room = most_positions(bytes.size());
  std::uint32_t gaps = 0;
  groups_.clear();
  group_ends_.clear();
  for (std::uint32_t group = 0; group < postings + more; ++group) {
    const auto tag = tags_.at(group);
    const auto above = tag >> follow_bits;
    const auto field = lowest + (above & ((1U << field_bits) - 1));
    const auto count = std::min((above >> field_bits) + 1, room);
    groups_.push_back({.field = field % kMaximumTextFields, .count = count, .first_gap = gaps});
    gaps += count;
    room -= count;
    if ((tag & follow_bits) == 0) group_ends_.push_back(group + 1);
  }
  group_ends_.resize(postings, postings + more);
  gaps_.open(from, gaps);
}

std::span<const PositionBlock::Group> PositionBlock::groups(std::uint32_t posting) const {
  const auto begin = posting > 0 ? group_ends_[posting - 1] : 0;
  return std::span(groups_).subspan(begin, group_ends_[posting] - begin);
}

}  // namespace tributary::search
