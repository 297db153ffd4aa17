// search/postings/field_positions.h
//
// Where a term stands in one field of some documents, each of which has it there: packed, so that
// those of one document are found without reading the others'. A document has its first position,
// and further ones, which are distances from the one before:
//
//   further  varint: how many of these there are in all documents together
//   shape    u16: a limit, below 2048, and 2048 times the low bits of each further one
//   bits     how many further ones each document has (small_counts.h)
//            first positions: digits below the limit (digits.h). Where a digit is the limit less
//            one and the document has further ones, the first of these tells how much higher its
//            first position is. Limit 0: no digits; first positions stand among the further ones,
//            not counted as such low bits of each further one; then of each what is above these, in
//            unary
//
// About 8 bits a position: texts are a few hundred words long.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "search/postings/digits.h"
#include "search/postings/small_counts.h"

namespace tributary::search {

/// Packs the documents that it was given. Not thread-safe.
class FieldPositionsBuilder {
 public:
  void begin_document() { further_.push_back(0); }
  /// The first position of the document begun last, then how far each other is behind the one
  /// before.
  void add(std::uint32_t gap) {
    if (firsts_.size() < further_.size()) {
      firsts_.push_back(gap);
    } else {
      ++further_.back();
      gaps_.push_back(gap);
    }
  }
  [[nodiscard]] std::uint32_t documents() const {
    return static_cast<std::uint32_t>(further_.size());
  }

  /// Leaves it empty.
  void append_to(std::string& to);

 private:
  /// What is written, with further ones in place of first ones as a limit tells.
  struct Parts {
    std::uint32_t limit = 0;
    std::uint32_t further = 0;
    unsigned low_bits = 0;
    std::vector<std::uint32_t> counts, digits, gaps;
  };
  [[nodiscard]] std::uint32_t best_limit() const;
  void split(std::uint32_t limit, Parts& parts) const;
  static std::uint64_t bits_of(const Parts& parts);
  static void write(const Parts& parts, std::string& to);

  std::vector<std::uint32_t> firsts_;   ///< of each document
  std::vector<std::uint32_t> further_;  ///< how many, of each document
  std::vector<std::uint32_t> gaps_;     ///< further ones of all
  Parts limited_, unlimited_;
};

/// Reads documents in ascending order, and never past the bytes: what append_to() did not write
/// seems to hold anything. Not thread-safe.
class FieldPositions {
 public:
  void open(std::span<const std::byte> bytes, std::uint32_t documents);

  /// Calls take(position) for each position of the document, ascending. REQUIRES: `document` is
  /// after that of an earlier call.
  template <class Take>
  void read(std::uint32_t document, Take take) {
    auto [before, further] = counts_.find(document);
    auto position = first(document, before, further);
    take(position);
    for (; further > 0; --further) take(position += next_gap());
  }

 private:
  /// Goes to the document's further positions, and takes one off where it belongs to the first.
  std::uint32_t first(std::uint32_t document, std::uint32_t before, std::uint32_t& further);
  std::uint32_t next_gap() {
    const auto above = std::uint64_t{highs_.next()} << low_bits_;
    return static_cast<std::uint32_t>(
        above | bits_.number(lows_ + std::uint64_t{next_++} * low_bits_, low_bits_));
  }

  Bits bits_;
  SmallCounts counts_;
  std::uint32_t limit_ = 0;
  Digits digits_;
  unsigned low_bits_ = 0;
  std::uint64_t lows_ = 0;
  UnaryReader highs_;
  std::uint32_t next_ = 0;  ///< the further position that comes next
};

}  // namespace tributary::search
