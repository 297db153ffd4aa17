// search/words/collected_words.h
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "base/file.h"
#include "base/result.h"
#include "search/index/manifest.h"
#include "search/index/section_file.h"
#include "search/words/acronyms.h"
#include "search/words/compound_lexicons.h"
#include "search/words/word_buffer.h"
#include "text/analyzer.h"

namespace tributary::search {

/// What the words file of a segment is made from: the words of its documents, the abbreviations
/// that they explain, and what compounds are split by. Not thread-safe.
class CollectedWords {
 public:
  /// `memory_bytes`: of the writer. All lexicons together take less than half of it.
  explicit CollectedWords(std::size_t memory_bytes)
      : lexicons_(memory_bytes / kMemoryBytesOfOneWord) {}
  CollectedWords(const CollectedWords&) = delete;
  CollectedWords& operator=(const CollectedWords&) = delete;
  ~CollectedWords();

  /// Takes a text but for its tokens' words, which add() takes after it. REQUIRES: no document
  /// smaller than the one before.
  void begin_text(std::string_view text, text::Language language,
                  std::span<const text::Token> tokens, std::uint32_t document);
  void add(const text::Token& token, std::uint32_t document) {
    vocabulary_.add(token.plain, *token.word_mark, token.term, document, language_);
  }

  /// Writes the words so far as a run, which is removed with this. Errors: `io`.
  Result<> write_run(const Path& path);
  /// After the last document: frees what the vocabulary took.
  void close() { vocabulary_ = {}; }

  /// Compounds are split by the words of these segments, too; they are read where a text was in a
  /// language with compounds. Errors: `io`, `corrupt`.
  Result<> learn_from(const Path& folder, std::span<const SegmentFiles> segments);

  /// Writes all sections of a words file. REQUIRES: every word was written in a run. Errors: `io`,
  /// `corrupt`.
  Result<> write(SectionFileWriter& file);

 private:
  static constexpr std::size_t kMemoryBytesOfOneWord = 1'600;

  WordBuffer vocabulary_;
  std::vector<Path> runs_;
  AcronymBuffer acronyms_;
  CompoundLexicons lexicons_;
  std::optional<CompoundLexicons> learnt_;  ///< of other segments
  CompoundLanguages language_ = 0;          ///< of the text begun
};

}  // namespace tributary::search
