// search/postings/position_block.h
//
// Where a term stands in up to 128 of its documents, packed. A group is one field of one document:
//
//   fields   u8: the lowest field of all, and 32 times the bits that it takes to tell how far
//            another lies above it
//   more     varint: how many groups there are beyond one a document
//   tags     packed numbers (packed_numbers.h), one a group: its positions less one, then the field
//            less the lowest in so many bits, then, where there are more groups than documents, one
//            bit: whether another group of the document follows
//   gaps     packed numbers: of each group the first position, then the distances between them
//
// About 9 bits a position: texts are a few hundred words long.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "search/postings/packed_numbers.h"

namespace tributary::search {

inline constexpr std::uint32_t kMaximumTextFields = 32;

/// The first `postings` records (position_list.h) of `records`, which are whole; moves it behind
/// them.
void append_position_block(std::string& to, ByteReader& records, std::uint32_t postings);

/// Reads documents in ascending order, and never past the bytes: a block that was not written by
/// append_position_block() seems to hold anything. Not thread-safe.
class PositionBlock {
 public:
  struct Group {
    std::uint32_t field = 0, count = 0;
    std::uint32_t first_gap = 0;  ///< its place among the gaps
  };

  void open(std::span<const std::byte> bytes, std::uint32_t postings);

  /// Of a document of the block, ascending by field; valid until the next call.
  std::span<const Group> groups(std::uint32_t posting);

  /// REQUIRES: `place` is not before that of an earlier call.
  std::uint32_t gap(std::uint32_t place) { return gaps_.at(place); }

 private:
  std::uint32_t lowest_field_ = 0, field_bits_ = 0, follow_bits_ = 0;
  PackedNumbers tags_, gaps_;
  std::uint32_t groups_left_ = 0;  ///< and read, up to the document asked for last:
  std::uint32_t next_group_ = 0, next_posting_ = 0, next_gap_ = 0;
  std::uint32_t room_ = 0;     ///< for positions
  std::vector<Group> groups_;  ///< of that document
};

}  // namespace tributary::search
