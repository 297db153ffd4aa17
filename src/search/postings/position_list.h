// search/postings/position_list.h
//
// Where one term stands in each of its documents: beside its posting list, in a file of its own,
// because only phrases and field restrictions read it.
//
// Of fewer than 8 postings: records, one a posting, in the order of the postings; for each field,
// lowest first,
//   tag       varint (count − 1)·64 + field·2 + (1 where another field follows)
//   gaps      varint × count: the first is the position, each other the distance from the last
//
// Of more:
//   places    where the blocks begin, from the end of this (block_places.h); where there are
//   several blocks    of 256 postings, and what is left: position_block.h
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "search/postings/block_places.h"
#include "search/postings/position_block.h"
#include "search/postings/varint.h"

namespace tributary::search {

/// Shorter lists are records.
inline constexpr std::uint32_t kFewestInBlocks = 8;

/// What goes before the gaps of a field in a record.
struct RecordTag {
  std::uint32_t count = 0, field = 0;
  bool is_followed = false;  ///< by another field

  static RecordTag of(std::uint32_t varint) {
    return {.count = varint / 64 + 1,
            .field = varint / 2 % kMaximumTextFields,
            .is_followed = varint % 2 != 0};
  }
  [[nodiscard]] std::uint32_t varint() const {
    return (count - 1) * 64 + field * 2 + (is_followed ? 1 : 0);
  }
};

/// One field of a record, in place.
struct RecordField {
  std::uint32_t field = 0;
  std::uint32_t count = 0;           ///< times that the term occurs; never 0
  std::span<const std::byte> bytes;  ///< tag and gaps
};

/// One record, in place.
struct PositionRecord {
  std::span<const std::byte> bytes;
  std::vector<RecordField> fields;  ///< ascending; never empty
};

/// Replaces `record` by the one that `from` stands on, and moves that behind it; false where none
/// is whole.
bool read_record(ByteReader& from, PositionRecord& record);

/// The records of one term as they are gathered. Not thread-safe.
class PositionRecords {
 public:
  /// The next posting, as read_record() or PositionCursor::record() gives it.
  void add_record(std::span<const std::byte> record);
  /// A field of the next posting, which is over where none follows.
  void add_field(const RecordField& field, bool is_followed);

  [[nodiscard]] std::string_view bytes() const { return bytes_; }
  void clear() { bytes_.clear(); }

 private:
  std::string bytes_;
};

/// Appends the list of `records`, which are of so many postings.
void append_position_list(std::string& to, std::string_view records, std::uint32_t postings);

/// Reads records in ascending order of their postings; never past the bytes, where a list that
/// append_position_list() did not write seems to hold zeros. Not thread-safe.
class PositionCursor {
 public:
  PositionCursor(std::span<const std::byte> bytes, std::uint32_t document_count);

  /// The spots of posting `index` in the fields of `fields` replace the content of `spots`,
  /// ascending. `index` is after that of an earlier call.
  void read(std::uint32_t index, FieldMask fields, std::vector<Spot>& spots);

  /// The record of posting `index`, which means the same in any list; valid until the next call.
  /// `index` likewise.
  std::span<const std::byte> record(std::uint32_t index);

 private:
  [[nodiscard]] bool has_blocks() const { return document_count_ >= kFewestInBlocks; }
  void open_block_of(std::uint32_t index);
  void skip_to(std::uint32_t index);

  std::span<const std::byte> bytes_;
  std::uint32_t document_count_;
  // Of a list of records:
  ByteReader records_;
  std::uint32_t next_ = 0;  ///< the posting whose record comes next
  // Of blocks:
  BlockPlaces places_;  ///< where there are several
  std::span<const std::byte> blocks_;
  std::optional<std::uint32_t> opened_;  ///< its number
  PositionBlock block_;
  std::vector<Spot> spots_;
  std::string record_;
};

}  // namespace tributary::search
