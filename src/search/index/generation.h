// search/index/generation.h
//
// One generation of an index, opened: every file mapped and checked, every reader at hand.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <variant>
#include <vector>

#include "base/file.h"
#include "base/result.h"
#include "search/columns/integer_column.h"
#include "search/columns/label_column.h"
#include "search/columns/text_column.h"
#include "search/index/manifest.h"
#include "search/index/schema_file.h"
#include "search/postings/dictionary.h"
#include "search/similar/latent_vectors.h"
#include "search/words/completion.h"
#include "search/words/vocabulary.h"

namespace tributary::search {

using ColumnReader = std::variant<LabelColumn, IntegerColumn, TextColumn>;

/// Immutable; safe from any thread. Its files may be unlinked while it lives.
class Generation {
 public:
  /// Errors: `not_found` when a file is gone (a newer generation replaced this one), `corrupt`
  /// naming the damaged file.
  static Result<std::unique_ptr<const Generation>> open(const Path& folder,
                                                        const Manifest& manifest);

  [[nodiscard]] std::uint64_t number() const { return number_; }
  [[nodiscard]] const Schema& schema() const { return facts_.schema; }
  [[nodiscard]] std::uint32_t documents() const { return facts_.documents; }
  [[nodiscard]] std::span<const text::Language> languages() const { return facts_.languages; }
  [[nodiscard]] const Dictionary& dictionary() const { return *dictionary_; }
  [[nodiscard]] const Vocabulary& vocabulary() const { return *vocabulary_; }
  [[nodiscard]] const Completions& completions() const { return *completions_; }

  /// Words of each document in a text field.
  [[nodiscard]] std::span<const std::uint32_t> lengths(std::size_t field) const {
    return lengths_[field];
  }
  /// Mean over all documents; 0 where no document has any word in the field.
  [[nodiscard]] float average_length(std::size_t field) const;

  /// By the column's place in the schema.
  [[nodiscard]] const ColumnReader& column(std::size_t place) const { return columns_[place]; }

  /// Null where the catalogue was too small for them.
  [[nodiscard]] const LatentVectors* latent_vectors() const {
    return latent_ ? &*latent_ : nullptr;
  }

  [[nodiscard]] std::string_view id(std::uint32_t document) const { return (*ids_)[document]; }
  /// The document's place in the order of ids, which breaks ties.
  [[nodiscard]] std::uint32_t id_rank(std::uint32_t document) const { return id_ranks_[document]; }

  /// The document with this id.
  [[nodiscard]] std::optional<std::uint32_t> find(std::string_view id) const;

 private:
  Generation() = default;
  SectionFile& keep(SectionFile file);
  Result<> open_lengths(const SectionFile& file);
  Result<> open_columns(const SectionFile& file);
  Result<> open_documents(const SectionFile& file);
  Result<> open_latent_vectors(const SectionFile& file);

  std::uint64_t number_ = 0;
  std::vector<std::unique_ptr<SectionFile>> files_;
  IndexFacts facts_;
  std::optional<Dictionary> dictionary_;
  std::optional<Vocabulary> vocabulary_;
  std::optional<Completions> completions_;
  std::vector<std::span<const std::uint32_t>> lengths_;
  std::vector<ColumnReader> columns_;
  std::optional<StringTable> ids_;
  std::optional<LatentVectors> latent_;
  std::span<const std::uint32_t> id_ranks_, id_order_;
};

}  // namespace tributary::search
