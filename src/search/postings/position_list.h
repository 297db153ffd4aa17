// search/postings/position_list.h
//
// Where one term stands in each of its documents: beside its posting list, in a file of its own,
// because only phrases and field restrictions read it.
//
//   offsets   u32 × ⌈df / 128⌉, from the end of these; only where df ≥ 128
//   records   one a posting, in the order of the postings: for each field, lowest first,
//     tag       varint (count − 1)·64 + field·2 + (1 where another field follows)
//     gaps      varint × count: the first is the position, each other the distance from the last
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "search/postings/posting_list.h"

namespace tributary::search {

inline constexpr std::uint32_t kMaximumTextFields = 32;

/// One bit a text field.
using FieldMask = std::uint32_t;

/// One term in one field of one document, with its positions in ascending order.
struct FieldOccurrences {
  std::uint32_t field = 0;
  std::span<const std::uint32_t> positions;  ///< one a time that the term occurs; never empty
};

/// Field and position as one number, so that neighbours in a field are neighbours as numbers.
using Spot = std::uint64_t;
inline constexpr Spot spot_of(std::uint32_t field, std::uint32_t position) {
  return Spot{field} << 32 | position;
}
inline constexpr std::uint32_t field_of(Spot spot) {
  return static_cast<std::uint32_t>(spot >> 32);
}

/// Writes the records of one term. Not thread-safe.
class PositionListBuilder {
 public:
  /// The next posting; `fields` ascend.
  void add(std::span<const FieldOccurrences> fields);
  /// The next posting, as PositionCursor::record() gives it.
  void add_record(std::span<const std::byte> record);
  /// Appends the list to `bytes` and is ready for the next term.
  void finish(std::string& bytes);

 private:
  void begin_record();

  std::uint32_t postings_ = 0;
  std::vector<std::uint32_t> offsets_;  ///< of each 128th record
  std::string records_;
};

/// Reads records in ascending order of their postings; never past the bytes, where a list that the
/// builder did not write seems to hold zeros. Not thread-safe.
class PositionCursor {
 public:
  PositionCursor(std::span<const std::byte> bytes, std::uint32_t document_count);

  /// The spots of posting `index` in the fields of `fields` replace the content of `spots`,
  /// ascending. `index` is after that of an earlier call.
  void read(std::uint32_t index, FieldMask fields, std::vector<Spot>& spots);

  /// The bytes of posting `index`, which mean the same in any list. `index` likewise.
  std::span<const std::byte> record(std::uint32_t index);

 private:
  void move_to_block_of(std::uint32_t index);
  void skip_record();
  std::uint32_t varint();
  void skip(std::uint32_t varints);

  const std::byte* begin_;
  const std::byte* end_;
  const std::byte* records_;
  const std::byte* at_;
  std::uint32_t document_count_;
  std::uint32_t next_ = 0;  ///< the posting whose record begins at at_
};

}  // namespace tributary::search
