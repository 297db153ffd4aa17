// search/columns/text_column.h
//
// A column of texts to sort by, at most one a document, compared without case, accents and the
// blanks around them, by their first kComparedBytes, so that one of megabytes takes no more than
// others. Sections, `number` being the column's place in the schema:
//
//   text_ranks               packed_codes.h, one a document: 1 + how many distinct texts come
//                            before; 0 for none
//   sorted_documents         sorted_documents.h
//   term_blocks, term_bytes  the distinct texts, folded, in order (words/front_coded_terms.h): what
//                            documents of different segments are compared by
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "base/external_sort.h"
#include "search/columns/packed_codes.h"
#include "search/columns/sorted_documents.h"
#include "search/index/section_file.h"
#include "search/words/front_coded_terms.h"

namespace tributary::search {

/// Texts whose folded forms begin with the same so many bytes are equal.
inline constexpr std::size_t kComparedBytes = 2'000;

/// Sorts the texts outside memory. Holds kSortMemoryBytes and some 30 bytes a document. Not
/// thread-safe.
class TextColumnBuilder {
 public:
  static constexpr std::size_t kSortMemoryBytes = std::size_t{8} << 20U;

  /// For a file in `folder`.
  explicit TextColumnBuilder(Path folder, std::size_t sort_memory_bytes = kSortMemoryBytes)
      : sort_(sort_memory_bytes, std::move(folder)) {}

  /// The text of the next document; an empty one is none. Errors: `io`.
  Result<> add(std::string_view text);
  /// `by_id`: the documents in the order of ids. Nothing may be added afterwards. Errors: `io`.
  Result<> write(SectionFileWriter& file, std::uint32_t number,
                 std::span<const std::uint32_t> by_id);

 private:
  ExternalSort sort_;  ///< number of the document by folded text
  std::uint32_t documents_ = 0;
};

/// Reads a column in place. Safe from any thread; the file must outlive it.
class TextColumn {
 public:
  /// Errors: `corrupt` naming the file when the section does not fit the documents.
  static Result<TextColumn> open(const SectionFile& file, std::uint32_t number,
                                 std::uint32_t documents);

  /// Smaller comes first; 0 where the document has no text.
  [[nodiscard]] std::uint32_t rank(std::uint32_t document) const { return ranks_[document]; }
  [[nodiscard]] const SortedDocuments& sorted() const { return sorted_; }

  /// The folded text. REQUIRES: a rank that a document has, not 0.
  [[nodiscard]] std::string text(std::uint32_t rank) const { return texts_.term(rank - 1); }

  [[nodiscard]] std::size_t distinct() const { return texts_.size(); }

  /// The rank of the first text that is not before `folded`; one more than the last where all are.
  [[nodiscard]] std::uint32_t rank_of(std::string_view folded) const;

 private:
  TextColumn(const PackedCodes& ranks, const SortedDocuments& sorted, FrontCodedTerms texts)
      : ranks_(ranks), sorted_(sorted), texts_(std::move(texts)) {}
  PackedCodes ranks_;
  SortedDocuments sorted_;
  FrontCodedTerms texts_;
};

}  // namespace tributary::search
