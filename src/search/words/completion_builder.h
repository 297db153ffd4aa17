// search/words/completion_builder.h
//
// Writes what is offered while a person types: titles, organisations, topics, each a kind with
// sections of its own (`number` is the kind):
//
//   kinds                      u32 each, ascending: once, with number 0
//   term_blocks, term_bytes    the distinct words, folded (front_coded_terms.h); a word's number is
//                              its place there
//   word_lists                 u32 × (words + 1): the list of word w is list_entries[w .. w + 1)
//   list_entries, list_minima  entries with a word, ascending; the lists of words in a row are one
//                              run (ranked_runs.h)
//   text_order, order_minima   all entries by their words' numbers, compared like strings: entries
//                              that begin with the same words are one run
//   entry_words                u32 × (entries + 1): entry e has word_numbers[e .. e + 1)
//   word_numbers               its words in the order of the text, at most kMaximumEntryWords
//   weights                    u32 × entries
//   text_offsets, text_bytes, key_offsets, key_bytes   string tables of texts and ids
//
// Entries are numbered by falling weight, then by text, then by id.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "search/index/section_file.h"

namespace tributary::search {

/// Words of an entry beyond these are not found.
inline constexpr std::size_t kMaximumEntryWords = 64;

/// Cuts a text into words and folds each: how entries and typed texts are compared. A word is cut
/// at 64 bytes, as the index cuts its terms.
std::vector<std::string> completion_words(std::string_view text);

/// Not thread-safe; holds all entries in memory until they are written.
class CompletionBuilder {
 public:
  /// `kind` is a number of the caller's. An entry without a letter or digit is left out.
  void add(std::uint32_t kind, std::string text, std::uint32_t weight, std::string id);

  /// Errors: `too_long` when a kind has over 4 thousand million words; `io`.
  Result<> write(SectionFileWriter& file) &&;

 private:
  struct Entry {
    std::string text;
    std::string id;
    std::uint32_t weight = 0;
  };

  std::map<std::uint32_t, std::vector<Entry>> kinds_;
};

}  // namespace tributary::search
