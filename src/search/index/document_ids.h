// search/index/document_ids.h
//
// The ids of a segment's documents, by document and in order. The documents file:
//
//   string_offsets, string_bytes   the ids by document (index/string_table.h), each once
//   id_ranks                       u32 × documents: the document's place in the order of ids
//   id_order                       u32 × documents: the documents in that order
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "search/index/string_table.h"

namespace tributary::search {

/// Views a file, which must outlive it. Safe from any thread.
class DocumentIds {
 public:
  /// Errors: `corrupt` naming the file where it does not fit so many documents.
  static Result<DocumentIds> open(const SectionFile& file, std::uint32_t documents);

  /// Writes the ids, which are by document; `order` as above.
  static Result<FileSummary> write(SectionFileWriter file, std::span<const std::string_view> ids,
                                   std::span<const std::uint32_t> order);

  [[nodiscard]] std::string_view id(std::uint32_t document) const { return ids_[document]; }
  [[nodiscard]] std::uint32_t rank(std::uint32_t document) const { return ranks_[document]; }

  /// How many ids come before `id`.
  [[nodiscard]] std::uint32_t rank_of(std::string_view id) const;

  /// The document with this id.
  [[nodiscard]] std::optional<std::uint32_t> find(std::string_view id) const;

 private:
  DocumentIds(StringTable ids, std::span<const std::uint32_t> ranks,
              std::span<const std::uint32_t> order)
      : ids_(ids), ranks_(ranks), order_(order) {}

  StringTable ids_;
  std::span<const std::uint32_t> ranks_, order_;
};

}  // namespace tributary::search
