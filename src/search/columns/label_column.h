// search/columns/label_column.h
//
// A column of strings, any number a document. The distinct values are numbered in the order of
// (folded form, bytes): an ordinal compares as people sort, and the values that differ only in case
// or accents stand together. One ordinal more, the number of values, stands for having none.
// Sections, `number` being the column's place in the schema:
//
//   string_offsets, string_bytes   the values by ordinal
//   folded_offsets, folded_bytes   their folded forms by ordinal
//   value_offsets                  value_places.h: where the ordinals of each document lie;
//                                  no bytes where no document has two values: then there is one
//                                  ordinal a document
//   value_ordinals                 ascending within a document, each once, as the ordinal for none
//                                  needs: packed_codes.h; where there is one a document, in whole
//                                  bytes: narrow_codes.h
//   value_starts                   u32 × (values + 2): value_starts[o + 1] − value_starts[o]
//                                  documents have ordinal o
//   value_bitmaps                  for each ordinal with more than 1/32 of the documents, in order:
//                                  one bit a document in u64 words, in whole windows
//   value_documents                packed_documents.h: those documents, ordinal after ordinal;
//                                  where there is one ordinal a document,
//                                  of all ordinals, in the order of ids within each;
//                                  else of those with less than 1/8,192 of the
//                                  documents, ascending
//   value_chunks                   of the others, and
//   value_chunk_ends               label_chunks.h; both only where a document may have two ordinals
//   sorted_documents               by the first ordinal (sorted_documents.h); none where there
//                                  is one ordinal a document:
//                                  value_documents are the same
#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "search/columns/label_chunks.h"
#include "search/columns/narrow_codes.h"
#include "search/columns/packed_codes.h"
#include "search/columns/packed_documents.h"
#include "search/columns/sorted_documents.h"
#include "search/columns/value_places.h"
#include "search/index/section_file.h"
#include "search/index/string_table.h"

namespace tributary::search {

/// Collects the values of all documents in memory. Not thread-safe.
class LabelColumnBuilder {
 public:
  /// The value of the document added next. Blanks around it are dropped; an empty one is none.
  void add(std::string_view value);
  void end_document();

  /// Writes the values of the documents in `kept`, in that order; `by_id` are their new numbers in
  /// the order of ids.
  Result<> write(SectionFileWriter& file, std::uint32_t number, std::span<const std::uint32_t> kept,
                 std::span<const std::uint32_t> by_id) const;

 private:
  std::unordered_map<std::string, std::uint32_t> numbers_;  ///< in order of appearance
  std::vector<const std::string*> values_;
  std::vector<std::uint32_t> value_numbers_;
  std::vector<std::uint32_t> offsets_{0};
};

/// Reads a column in place. Safe from any thread; the file must outlive it.
class LabelColumn {
 public:
  /// Errors: `corrupt` naming the file.
  static Result<LabelColumn> open(const SectionFile& file, std::uint32_t number,
                                  std::uint32_t documents);

  [[nodiscard]] std::uint32_t distinct() const {
    return static_cast<std::uint32_t>(starts_.size() - 2);
  }
  [[nodiscard]] std::string_view value(std::uint32_t ordinal) const { return values_[ordinal]; }

  /// Ordinals [first, second) of the values that equal `value` but for case and accents.
  [[nodiscard]] std::pair<std::uint32_t, std::uint32_t> find(std::string_view value) const;

  // In what follows an ordinal may also be that for none, distinct().
  [[nodiscard]] std::uint32_t none() const { return distinct(); }
  /// How many documents have it.
  [[nodiscard]] std::uint32_t total(std::uint32_t ordinal) const {
    return starts_[ordinal + 1] - starts_[ordinal];
  }
  /// The totals of all ordinals together.
  [[nodiscard]] std::uint64_t postings() const { return starts_.back(); }
  /// Calls visit(document) for each that has it, in no order.
  template <class Visit>
  void for_each_document(std::uint32_t ordinal, Visit visit) const {
    if (const auto* bits = bitmap(ordinal)) return visit_bits(bits, visit);
    const auto chunked = std::ranges::lower_bound(chunked_, ordinal);
    if (chunked != chunked_.end() && *chunked == ordinal) {
      return chunks_->for_each(static_cast<std::size_t>(chunked - chunked_.begin()), visit);
    }
    listed(ordinal).for_each(visit);
  }
  /// The same as bits, in whole windows; null where they are too few.
  [[nodiscard]] const std::uint64_t* bitmap(std::uint32_t ordinal) const;

  // For who counts all ordinals: each is of one of these three kinds, which ascend.
  [[nodiscard]] std::span<const std::uint32_t> with_bitmap() const { return with_bitmap_; }
  [[nodiscard]] std::span<const std::uint32_t> chunked() const { return chunked_; }
  [[nodiscard]] std::span<const std::uint32_t> listed() const { return listed_; }

  /// The documents of chunked(), by the place in it. REQUIRES: that is not empty.
  [[nodiscard]] const LabelChunks& chunks() const { return *chunks_; }
  /// The documents of one of listed().
  [[nodiscard]] DocumentSlice listed(std::uint32_t ordinal) const {
    return documents_.slice(lists_[ordinal], lists_[ordinal] + total(ordinal));
  }

  /// No document has two values.
  [[nodiscard]] bool is_single() const { return places_.empty(); }
  /// Of each document. REQUIRES: is_single().
  [[nodiscard]] const NarrowCodes& ordinals() const { return *of_each_; }
  /// One document's after another's. REQUIRES: not is_single().
  [[nodiscard]] const PackedCodes& all_ordinals() const { return *of_all_; }
  /// Where each document's begin in all_ordinals(). REQUIRES: not is_single().
  [[nodiscard]] const ValuePlaces& places() const { return places_; }
  /// The least of the document's ordinals.
  [[nodiscard]] std::uint32_t first_ordinal(std::uint32_t document) const {
    if (is_single()) return static_cast<std::uint32_t>(ordinals()[document]);
    const auto at = places_[document];
    return at == places_[document + std::size_t{1}] ? none() : all_ordinals()[at];
  }
  [[nodiscard]] const SortedDocuments& sorted() const { return sorted_; }

 private:
  template <class Visit>
  void visit_bits(const std::uint64_t* bits, Visit visit) const {
    const auto words = static_cast<std::uint32_t>(bitmaps_.size() / with_bitmap_.size());
    for (std::uint32_t word = 0; word < words; ++word) {
      for (auto left = bits[word]; left != 0; left &= left - 1) {
        visit(word * 64 + static_cast<std::uint32_t>(std::countr_zero(left)));
      }
    }
  }

  LabelColumn(StringTable values, StringTable folded, std::span<const std::uint32_t> starts,
              const ValuePlaces& places, const PackedDocuments& documents,
              const SortedDocuments& sorted)
      : values_(values),
        folded_(folded),
        starts_(starts),
        places_(places),
        documents_(documents),
        sorted_(sorted) {}

  StringTable values_, folded_;
  std::span<const std::uint32_t> starts_;
  ValuePlaces places_;
  std::optional<NarrowCodes> of_each_;
  std::optional<PackedCodes> of_all_;
  PackedDocuments documents_;
  SortedDocuments sorted_;
  std::span<const std::uint64_t> bitmaps_;
  std::optional<LabelChunks> chunks_;
  std::vector<std::uint32_t> with_bitmap_, chunked_, listed_;
  std::vector<std::size_t> lists_;  ///< by ordinal: where its documents begin in documents_
};

/// How values are compared: blanks around them, case and accents do not count.
std::string comparable(std::string_view value);

}  // namespace tributary::search
