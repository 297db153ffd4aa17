// search/index/document_ids.h
//
// The ids of a segment's documents, by document and in order. The documents file:
//
//   term_blocks, term_bytes        the ids in order (words/front_coded_terms.h), each once
//   id_ranks                       u32 × documents: the document's place in the order of ids
//   id_order                       u32 × documents: the documents in that order
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "search/words/front_coded_terms.h"

namespace tributary::search {

/// Views a file, which must outlive it. Safe from any thread.
class DocumentIds {
 public:
  /// Errors: `corrupt` naming the file where it does not fit so many documents.
  static Result<DocumentIds> open(const SectionFile& file, std::uint32_t documents);

  /// Writes the ids, which are by document and not empty; `order` as above.
  static Result<FileSummary> write(SectionFileWriter file, std::span<const std::string_view> ids,
                                   std::span<const std::uint32_t> order);

  [[nodiscard]] std::string id(std::uint32_t document) const { return ids_.term(ranks_[document]); }
  [[nodiscard]] std::uint32_t rank(std::uint32_t document) const { return ranks_[document]; }

  /// How many ids come before `id`.
  [[nodiscard]] std::uint32_t rank_of(std::string_view id) const;

  /// The document with this id.
  [[nodiscard]] std::optional<std::uint32_t> find(std::string_view id) const;

 private:
  DocumentIds(FrontCodedTerms ids, std::span<const std::uint32_t> ranks,
              std::span<const std::uint32_t> order)
      : ids_(std::move(ids)), ranks_(ranks), order_(order) {}

  FrontCodedTerms ids_;  ///< by rank
  std::span<const std::uint32_t> ranks_, order_;
};

}  // namespace tributary::search
