// search/index/run_codec.h
//
// The occurrences of one term on their way into the index: which documents have it, how often in
// which field, and where. Written once into a run and read once (run_merge.h).
//
// Postings, a document after another (all numbers are varints, postings/varint.h):
//
//   gap         document number − the one before; the first is document number + 1
//   fields      one bit a text field that has the term, lowest bit for field 0; never zero
//   frequency   for each such field, lowest first: how many times; never zero
//
// Positions, a document after another and in it a field after another, as many as the frequency
// says:
//
//   gap         position − the one before in this field; the first is the position itself
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "search/postings/position_list.h"
#include "search/postings/posting_list.h"
#include "search/postings/varint.h"

namespace tributary::search {

/// Writes a list, document after document in ascending order. Not thread-safe.
class PostingEncoder {
 public:
  /// `fields` ascend.
  void add(std::uint32_t document, std::span<const FieldOccurrences> fields);

  [[nodiscard]] std::uint32_t document_count() const { return document_count_; }
  [[nodiscard]] const std::string& postings() const { return postings_; }
  [[nodiscard]] const std::string& positions() const { return positions_; }

  /// Ready for the next term.
  void clear();

 private:
  std::string postings_, positions_;
  std::uint32_t next_gap_base_ = kNoDocument;  ///< wraps, so that the first gap is number + 1
  std::uint32_t document_count_ = 0;
};

/// Reads a list, document after document. Never reads past the bytes: a list that does not keep to
/// the format ends early and is broken().
class PostingReader {
 public:
  PostingReader(std::span<const std::byte> postings, std::uint32_t documents_in_index)
      : reader_(postings), documents_in_index_(documents_in_index) {}

  /// Moves to the next document; false at the end.
  bool next();

  [[nodiscard]] std::uint32_t document() const { return document_; }
  [[nodiscard]] std::uint32_t fields() const { return fields_; }  ///< one bit a field
  [[nodiscard]] std::uint32_t frequency(std::uint32_t field) const {
    return (fields_ >> field & 1) != 0 ? frequencies_[field] : 0;
  }
  [[nodiscard]] bool broken() const { return broken_; }

 private:
  bool give_up() {
    broken_ = true;
    return false;
  }

  ByteReader reader_;
  std::uint32_t documents_in_index_;
  std::uint32_t document_ = kNoDocument;
  std::uint32_t fields_ = 0;
  std::array<std::uint32_t, kMaximumTextFields> frequencies_{};
  bool broken_ = false;
};

/// Reads the positions beside a PostingReader.
class PositionReader {
 public:
  explicit PositionReader(std::span<const std::byte> positions) : reader_(positions) {}

  /// The next `frequency` positions replace the content of `positions`; false when there are not so
  /// many.
  bool read(std::uint32_t frequency, std::vector<std::uint32_t>& positions);

 private:
  ByteReader reader_;
};

/// Calls `take(field, frequency)` for every field of the posting that `reader` stands on.
template <class Take>
void for_each_field(const PostingReader& reader, Take take) {
  for (std::uint32_t left = reader.fields(); left != 0; left &= left - 1) {
    const auto field = static_cast<std::uint32_t>(std::countr_zero(left));
    take(field, reader.frequency(field));
  }
}

}  // namespace tributary::search
