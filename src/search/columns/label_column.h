// search/columns/label_column.h
//
// A column of strings, any number a document. The distinct values are numbered in the order of
// (folded form, bytes): an ordinal compares as people sort, and the values that differ only in case
// or accents stand together. One ordinal more, the number of values, stands for having none.
// Sections, `number` being the column's place in the schema:
//
//   string_offsets, string_bytes   the values by ordinal
//   folded_offsets, folded_bytes   their folded forms by ordinal
//   value_offsets                  u32 × (documents + 1): document d has the ordinals at
//                                  value_offsets[d] .. value_offsets[d + 1]; no bytes where no
//                                  document has two values: then there is one ordinal a document
//   value_ordinals                 u8, u16 or u32 each, as the ordinal for none needs
//                                  (narrow_codes.h); ascending within a document, each once
//   value_starts                   u32 × (values + 2): value_starts[o + 1] − value_starts[o]
//                                  documents have ordinal o
//   value_documents                u32 each: those documents, ordinal after ordinal, in the order
//                                  of ids within each; where a document may have two values,
//                                  without those of the ordinals that have a bitmap
//   value_bitmaps                  for each ordinal with more than 1/32 of the documents, in order:
//                                  one bit a document in u64 words, in whole windows
//   sorted_documents               by the first ordinal (sorted_documents.h); no bytes where there
//                                  is one ordinal a document: value_documents are the same
#pragma once

#include <bit>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "search/columns/narrow_codes.h"
#include "search/columns/sorted_documents.h"
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
    for (const auto document : listed(ordinal)) visit(document);
  }
  /// The same one after another. REQUIRES: it has no bitmap.
  [[nodiscard]] std::span<const std::uint32_t> listed(std::uint32_t ordinal) const {
    return documents_.subspan(lists_[ordinal], total(ordinal));
  }
  /// The same as bits, in whole windows; null where they are too few.
  [[nodiscard]] const std::uint64_t* bitmap(std::uint32_t ordinal) const;
  /// Those with a bitmap, ascending.
  [[nodiscard]] std::span<const std::uint32_t> with_bitmap() const { return with_bitmap_; }

  /// No document has two values.
  [[nodiscard]] bool is_single() const { return offsets_.empty(); }
  /// Of each document where the column is single, else one document's after another's.
  [[nodiscard]] const NarrowCodes& ordinals() const { return ordinals_; }
  /// Where each document's ordinals begin, where the column is not single.
  [[nodiscard]] std::span<const std::uint32_t> offsets() const { return offsets_; }
  /// The least of the document's ordinals.
  [[nodiscard]] std::uint32_t first_ordinal(std::uint32_t document) const {
    if (is_single()) return static_cast<std::uint32_t>(ordinals_[document]);
    const auto at = offsets_[document];
    return at == offsets_[document + 1] ? none() : static_cast<std::uint32_t>(ordinals_[at]);
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

  LabelColumn(StringTable values, StringTable folded, std::span<const std::uint32_t> offsets,
              NarrowCodes ordinals, std::span<const std::uint32_t> starts,
              std::span<const std::uint32_t> documents, SortedDocuments sorted)
      : values_(values),
        folded_(folded),
        offsets_(offsets),
        ordinals_(ordinals),
        starts_(starts),
        documents_(documents),
        sorted_(sorted) {}

  StringTable values_, folded_;
  std::span<const std::uint32_t> offsets_;
  NarrowCodes ordinals_;
  std::span<const std::uint32_t> starts_, documents_;
  SortedDocuments sorted_;
  std::span<const std::uint64_t> bitmaps_;
  std::vector<std::uint32_t> with_bitmap_;
  std::vector<std::uint32_t> lists_;  ///< by ordinal: where its documents begin
};

/// How values are compared: blanks around them, case and accents do not count.
std::string comparable(std::string_view value);

}  // namespace tributary::search
