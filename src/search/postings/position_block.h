// search/postings/position_block.h
//
// Where a term stands in up to 256 of its documents, a field after another, ascending:
//
//   field      u8: the field, 32 where another one follows, and 64 times how the documents that
//              have the term in it are told:
//                0  all of the block
//                1  these: u8 how many, then sparse numbers (sparse_numbers.h) in whole bytes
//                2  all but these: likewise
//                3  a bit for each of the block, in whole bytes
//   size       varint, where another field follows: bytes of what follows of this one
//   documents  as told
//   positions  field_positions.h, in these documents
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "search/postings/field_positions.h"
#include "search/postings/varint.h"

namespace tributary::search {

inline constexpr std::uint32_t kMaximumTextFields = 32;

/// So many documents that the parts' beginnings take little, and that few bits are passed by.
inline constexpr std::uint32_t kPositionBlockPostings = 256;

/// One bit a text field.
using FieldMask = std::uint32_t;

/// Field and position as one number, so that neighbours in a field are neighbours as numbers.
using Spot = std::uint64_t;
inline constexpr Spot spot_of(std::uint32_t field, std::uint32_t position) {
  return Spot{field} << 32 | position;
}
inline constexpr std::uint32_t field_of(Spot spot) {
  return static_cast<std::uint32_t>(spot >> 32);
}

/// How the documents of a field are told.
enum class Having : std::uint8_t { all, these, all_but_these, bitmap };

/// Packs block after block. Not thread-safe.
class PositionBlockWriter {
 public:
  /// The first `postings` records (position_list.h) of `records`, which are whole; moves it behind
  /// them.
  void append_block(std::string& to, ByteReader& records, std::uint32_t postings);

 private:
  struct Field {
    FieldPositionsBuilder positions;
    std::vector<std::uint32_t>
        documents;  ///< places in the block of those that have the term in it
  };
  /// Documents and positions; leaves the field empty.
  static void append_field(std::string& to, Field& field, Having having, std::uint32_t postings);

  std::vector<Field> fields_{kMaximumTextFields};
  std::string of_field_;
};

/// Reads documents in ascending order, and never past the bytes: a block that was not written by
/// append_block() seems to hold anything. Not thread-safe.
class PositionBlock {
 public:
  void open(std::span<const std::byte> bytes, std::uint32_t postings);

  /// Adds the spots of the block's posting `posting` in the fields of `fields` to `spots`.
  /// `posting` is after that of an earlier call.
  void read(std::uint32_t posting, FieldMask fields, std::vector<Spot>& spots);

 private:
  /// One field of the block.
  struct Part {
    std::uint32_t field = 0;
    Having having = Having::all;
    bool is_open = false;
    std::span<const std::byte> bytes;  ///< behind the size
    SparseNumbers numbers;             ///< of these or all but these
    Bits bitmap;
    FieldPositions positions;
  };
  void open(Part& part) const;
  /// The place of a posting among those that have the field, or kNowhere.
  static std::uint32_t place_in(Part& part, std::uint32_t posting);
  static constexpr std::uint32_t kNowhere = UINT32_MAX;

  std::uint32_t postings_ = 0;
  std::size_t part_count_ = 0;
  std::vector<Part> parts_;  ///< the first so many are of the block
};

}  // namespace tributary::search
