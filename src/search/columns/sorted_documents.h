// search/columns/sorted_documents.h
//
// The documents of a column in the order of their values: what sorting walks until a page is full.
// The section:
//
//   sorted_documents   packed_documents.h: those with a value by (value, id), then the rest by id
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

#include "search/columns/packed_documents.h"
#include "search/index/section_file.h"

namespace tributary::search {

/// `with_value`, which comes in the order of ids, in the order of (key, id); then `without_value`.
/// `keys`: one a document.
std::vector<std::uint32_t> sorted_by_key(std::span<const std::uint64_t> keys,
                                         std::vector<std::uint32_t> with_value,
                                         std::span<const std::uint32_t> without_value);
std::vector<std::uint32_t> sorted_by_key(std::span<const std::uint32_t> keys,
                                         std::vector<std::uint32_t> with_value,
                                         std::span<const std::uint32_t> without_value);

/// Reads them in place. Safe from any thread; the file must outlive it.
class SortedDocuments {
 public:
  /// `with_value`: how many documents have one. Errors: `corrupt` naming the file.
  static Result<SortedDocuments> open(const SectionFile& file, std::uint32_t number,
                                      std::uint32_t documents, std::uint32_t with_value);

  /// The same over a sequence that lies elsewhere.
  SortedDocuments(const PackedDocuments& documents, std::uint32_t with_value)
      : documents_(documents), with_value_(with_value) {}

  /// By (value, id), and those without a value by id.
  [[nodiscard]] DocumentSlice with_value() const { return documents_.slice(0, with_value_); }
  [[nodiscard]] DocumentSlice without_value() const {
    return documents_.slice(with_value_, documents_.size());
  }

 private:
  PackedDocuments documents_;
  std::uint32_t with_value_;
};

/// The first place of `documents` from `from` on where `is_past` holds, which it does from some
/// place on to the end; dearer the further away that is.
template <class IsPast>
std::size_t first_past(const DocumentSlice& documents, std::size_t from, IsPast is_past) {
  std::size_t step = 1;
  while (from + step <= documents.size() && !is_past(documents[from + step - 1])) {
    from += step;
    step *= 2;
  }
  const auto rest = documents.part(from, std::min(from + step, documents.size()));
  return from + rest.count_while([&](auto document) { return !is_past(document); });
}

}  // namespace tributary::search
