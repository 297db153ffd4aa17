// search/columns/sorted_documents.h
//
// The documents of a column in the order of their values: what sorting walks until a page is full.
// The section:
//
//   sorted_documents   u32 × documents: those with a value by (value, id), then the rest by id
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

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

  /// The same over numbers that lie elsewhere, all below `documents.size()`.
  SortedDocuments(std::span<const std::uint32_t> documents, std::uint32_t with_value)
      : documents_(documents), with_value_(with_value) {}

  /// By (value, id), and those without a value by id.
  [[nodiscard]] std::span<const std::uint32_t> with_value() const {
    return documents_.first(with_value_);
  }
  [[nodiscard]] std::span<const std::uint32_t> without_value() const {
    return documents_.subspan(with_value_);
  }

 private:
  std::span<const std::uint32_t> documents_;
  std::uint32_t with_value_;
};

/// The first place of `documents` from `from` on where `is_past` holds, which it does from some
/// place on to the end; dearer the further away that is.
template <class IsPast>
std::size_t first_past(std::span<const std::uint32_t> documents, std::size_t from, IsPast is_past) {
  std::size_t step = 1;
  while (from + step <= documents.size() && !is_past(documents[from + step - 1])) {
    from += step;
    step *= 2;
  }
  const auto rest = documents.subspan(from, std::min(step, documents.size() - from));
  const auto found =
      std::ranges::partition_point(rest, [&](auto document) { return !is_past(document); });
  return from + static_cast<std::size_t>(found - rest.begin());
}

}  // namespace tributary::search
