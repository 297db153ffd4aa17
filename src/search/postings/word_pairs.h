// search/postings/word_pairs.h
//
// In which documents one very frequent word follows another at once, so that a phrase need not look
// for both in nearly every document: `of the` is in most texts in many places, `of a` in fewer.
// Only words that are in a good part of the documents have such lists, and all pairs of them have:
// a pair without a list stands nowhere. Sections of the file:
//
//   string_offsets, string_bytes   the words (terms of the dictionary), n, ascending
//   list_counts     u32 × n²: by first word · n + second: in how many documents the second follows
//                   the first in any one ranked field
//   list_postings   u64 × n²: where the list begins in `bytes`; of a single document, that instead
//   bytes           the lists (posting_list.h), without impacts: a pair finds documents and adds
//                   nothing to their scores
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "search/index/section_file.h"
#include "search/index/string_table.h"
#include "search/postings/posting_list.h"

namespace tributary::search {

/// Writes the file. Not thread-safe.
class WordPairsWriter {
 public:
  /// `words` ascend.
  WordPairsWriter(SectionFileWriter file, std::span<const std::string> words);

  /// Pair after pair: of the first word with each, then of the second … `postings` ascend and may
  /// be none. Errors: `io`.
  Result<> add(std::span<const Posting> postings, std::uint32_t documents);

  /// After the last pair. Errors: `io`.
  Result<FileSummary> finish();

 private:
  SectionFileWriter file_;
  StringTableBuilder words_;
  std::vector<std::uint32_t> counts_;
  std::vector<std::uint64_t> places_;
  std::uint64_t written_bytes_ = 0;
  std::string bytes_;
};

/// Safe from any thread; the file must outlive it.
class WordPairs {
 public:
  /// Errors: `corrupt` naming the file.
  static Result<WordPairs> open(const SectionFile& file, std::uint32_t documents);

  /// The number of a word that has pairs.
  [[nodiscard]] std::optional<std::uint32_t> find(std::string_view word) const;

  /// The documents in which the second word follows the first at once; nothing where it does in
  /// none.
  [[nodiscard]] std::optional<PostingList> list(std::uint32_t first, std::uint32_t second) const;

 private:
  WordPairs(StringTable words, std::span<const std::uint32_t> counts,
            std::span<const std::uint64_t> places, std::span<const std::byte> bytes,
            std::uint32_t documents)
      : words_(words), counts_(counts), places_(places), bytes_(bytes), documents_(documents) {}

  StringTable words_;
  std::span<const std::uint32_t> counts_;
  std::span<const std::uint64_t> places_;
  std::span<const std::byte> bytes_;
  std::uint32_t documents_;
};

}  // namespace tributary::search
