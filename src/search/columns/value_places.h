// search/columns/value_places.h
//
// Where the values of each document begin in an array that holds one document's after another's:
// in little more than a byte a document. The section:
//
//   u32                   s, 0 to 6: documents stand in groups of 2^s, the most that have no more
//                         than 255 values before the last of each
//   u32 × (n / 2^s + 1)   where the values of each group begin, n being the number of documents
//   u8 × (n + 1)          how far behind its group's a document's values begin; the last is their
//                         end
#pragma once

#include <cstdint>
#include <span>

#include "search/index/section_file.h"

namespace tributary::search {

/// `offsets`: where each document's values begin, and the end of the last one's. No bytes where
/// there are none.
Result<> write_value_places(SectionFileWriter& file, SectionTag tag, std::uint32_t number,
                            std::span<const std::uint32_t> offsets);

/// Reads them in place. Safe from any thread; the file must outlive it.
class ValuePlaces {
 public:
  /// Of `documents` documents with `values` values together. Errors: `corrupt` naming the file.
  static Result<ValuePlaces> open(const SectionFile& file, SectionTag tag, std::uint32_t number,
                                  std::uint32_t documents, std::size_t values);

  /// There are none: each document has one.
  [[nodiscard]] bool empty() const { return steps_ == nullptr; }

  /// Where the document's values begin, and the one's before it end.
  [[nodiscard]] std::uint32_t operator[](std::size_t document) const {
    return groups_[document >> shift_] + static_cast<std::uint8_t>(steps_[document]);
  }

  /// Has what it takes to look up a document fetched from memory.
  void prefetch(std::size_t document) const {
    __builtin_prefetch(steps_ + document);
    __builtin_prefetch(groups_ + (document >> shift_));
  }

 private:
  ValuePlaces() = default;
  ValuePlaces(const std::uint32_t* groups, const std::byte* steps, unsigned shift)
      : groups_(groups), steps_(steps), shift_(shift) {}

  const std::uint32_t* groups_ = nullptr;
  const std::byte* steps_ = nullptr;
  unsigned shift_ = 0;
};

}  // namespace tributary::search
