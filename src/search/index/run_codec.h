// search/index/run_codec.h
//
// The occurrences of one term on their way into the index: which documents have it, how often in
// which field, and where. Written once into a run and read once (run_merge.h).
//
// Documents, ascending, a varint each (postings/varint.h): the number less the one before; the
// first is the number + 1. Beside them, likewise, where the term stands in each: a record
// (postings/position_list.h), which comes into the index as it is.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "search/postings/position_list.h"
#include "search/postings/posting_list.h"
#include "search/postings/varint.h"

namespace tributary::search {

/// Positions are counted up to here in one field of one document.
inline constexpr std::uint32_t kMaximumPosition = (1U << 24) - 1;

/// One occurrence of a term.
struct RunPlace {
  std::uint32_t document = 0;
  std::uint32_t field_and_position = 0;  ///< field in the upper 8 bits
};

/// Writes the list of one term after another. Not thread-safe.
class TermEncoder {
 public:
  /// Replaces what it holds by the list of a term with these places, which ascend.
  void encode(std::span<const RunPlace> places);

  [[nodiscard]] std::span<const std::byte> documents() const { return documents_.held(); }
  [[nodiscard]] std::span<const std::byte> records() const { return records_.held(); }

 private:
  /// Bytes written by their place, in room that only grows.
  struct Room {
    std::vector<std::byte> bytes;
    std::size_t size = 0;

    std::byte* of(std::size_t most) {
      if (bytes.size() < most) bytes.resize(most);
      return bytes.data();
    }
    [[nodiscard]] std::span<const std::byte> held() const { return std::span(bytes).first(size); }
  };

  Room documents_, records_;
};

/// Reads a list, some documents at a time and then the record of each. Never reads past the bytes:
/// a list that does not keep to the format ends early and is broken(). Not thread-safe.
class TermDecoder {
 public:
  /// Most documents at a time.
  static constexpr std::size_t kAtOnce = 64;

  TermDecoder(std::span<const std::byte> documents, std::span<const std::byte> records,
              std::uint32_t documents_in_index)
      : left_(documents), records_(records), documents_in_index_(documents_in_index) {}

  /// The next documents, ascending; none at the end. Valid until the next call.
  std::span<const std::uint32_t> next_documents();
  /// The record of the next one of these; null where there is none. Valid until the next call.
  /// REQUIRES: called no more than once for each document.
  const PositionRecord* next_record();

  [[nodiscard]] bool broken() const { return broken_; }

 private:
  ByteReader left_, records_;
  std::uint32_t documents_in_index_;
  std::uint32_t last_ = kNoDocument;
  std::array<std::uint32_t, kAtOnce> documents_{};
  PositionRecord record_;
  bool broken_ = false;
};

}  // namespace tributary::search
