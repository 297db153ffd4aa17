// search/index/segment.h
//
// One segment of a generation, opened: every file mapped and checked, every reader at hand. The
// whole generation is segmented_index.h.
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
#include "search/index/document_ids.h"
#include "search/index/manifest.h"
#include "search/index/packed_lengths.h"
#include "search/index/schema_file.h"
#include "search/postings/dictionary.h"
#include "search/postings/word_pairs.h"
#include "search/similar/latent_vectors.h"
#include "search/words/acronyms.h"
#include "search/words/completion.h"
#include "search/words/compound_table.h"
#include "search/words/vocabulary.h"

namespace tributary::search {

using ColumnReader = std::variant<LabelColumn, IntegerColumn, TextColumn>;

/// Immutable; safe from any thread. Its files may be unlinked while it lives.
class Segment {
 public:
  /// Errors: `not_found` when a file is gone (a newer generation replaced this one), `corrupt`
  /// naming the damaged file.
  static Result<std::shared_ptr<const Segment>> open(const Path& folder, const SegmentFiles& names);

  [[nodiscard]] std::uint64_t number() const {
    return number_;
  }  ///< of the generation that wrote it
  [[nodiscard]] const IndexFacts& facts() const { return facts_; }
  [[nodiscard]] const Schema& schema() const { return facts_.schema; }
  [[nodiscard]] std::uint32_t documents() const { return facts_.documents; }
  [[nodiscard]] std::span<const text::Language> languages() const { return facts_.languages; }
  [[nodiscard]] const Dictionary& dictionary() const { return *dictionary_; }
  [[nodiscard]] const Vocabulary& vocabulary() const { return *vocabulary_; }
  [[nodiscard]] const CompoundTable& compounds() const { return *compounds_; }
  /// Holds what only writers read: words/compound_lexicons.h.
  [[nodiscard]] const SectionFile& words_file() const { return *words_file_; }
  [[nodiscard]] const AcronymSection& acronyms() const { return *acronyms_; }
  [[nodiscard]] const Completions& completions() const { return *completions_; }

  /// Words of each document in a text field.
  [[nodiscard]] const PackedLengths& lengths(std::size_t field) const { return lengths_[field]; }
  /// The mean that impacts were computed with; 0 where no document had any word in the field.
  [[nodiscard]] float average_length(std::size_t field) const {
    return facts_.average_lengths[field];
  }

  /// By the column's place in the schema.
  [[nodiscard]] const ColumnReader& column(std::size_t place) const { return columns_[place]; }

  /// Null where it was not built anew, or no word is in many documents.
  [[nodiscard]] const WordPairs* pairs() const { return pairs_ ? &*pairs_ : nullptr; }

  /// Null where it was not built anew, or of too few documents.
  [[nodiscard]] const LatentVectors* latent_vectors() const {
    return latent_ ? &*latent_ : nullptr;
  }

  [[nodiscard]] std::string id(std::uint32_t document) const { return ids_->id(document); }
  /// The document's place in the order of ids, which breaks ties; counted from 1, so that there is
  /// a place before each.
  [[nodiscard]] std::uint32_t id_rank(std::uint32_t document) const {
    return ids_->rank(document) + 1;
  }
  [[nodiscard]] const DocumentIds& ids() const { return *ids_; }

 private:
  Segment() = default;
  SectionFile& keep(SectionFile file);
  Result<> open_lengths(const SectionFile& file);
  Result<> open_columns(const SectionFile& file);
  Result<> open_latent_vectors(const SectionFile& file);

  std::uint64_t number_ = 0;
  std::vector<std::unique_ptr<SectionFile>> files_;
  IndexFacts facts_;
  std::optional<Dictionary> dictionary_;
  std::optional<WordPairs> pairs_;
  std::optional<Vocabulary> vocabulary_;
  const SectionFile* words_file_ = nullptr;  ///< of files_
  std::optional<CompoundTable> compounds_;
  std::optional<AcronymSection> acronyms_;
  std::optional<Completions> completions_;
  std::vector<PackedLengths> lengths_;
  std::vector<ColumnReader> columns_;
  std::optional<DocumentIds> ids_;
  std::optional<LatentVectors> latent_;
};

}  // namespace tributary::search
