// search/words/word_buffer.h
//
// The vocabulary of the documents on their way into a generation: collected in memory, written out
// as a run whenever the posting lists are (index/occurrence_buffer.h), merged at the end.
//
// A run is a temporary file of its words in ascending order:
//
//   word             length varint, bytes
//   documents        varint
//   terms            length varint, bytes as in words/vocabulary.h
//   languages        varint: CompoundLanguages
#pragma once

#include <boost/unordered/unordered_flat_map.hpp>
#include <cstdint>
#include <deque>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/file.h"
#include "base/result.h"
#include "search/index/section_file.h"
#include "search/words/compound_finder.h"
#include "search/words/vocabulary.h"

namespace tributary::search {

/// Not thread-safe.
class WordBuffer {
 public:
  /// `mark` is a note beside word and language, zero where there is none yet: what comes with its
  /// mark needs no look-up. `language` is the bit of the text's language, 0 for one without
  /// compounds. REQUIRES: no document smaller than the one before; no other buffer writes the mark.
  void add(std::string_view word, std::uint64_t& mark, std::string_view term,
           std::uint32_t document, CompoundLanguages language) {
    if (mark < first_mark_) mark = first_mark_ + number_of(word, term, language);
    auto& count = counts_[mark - first_mark_];
    if (count.last_document == document) return;
    count.last_document = document;
    ++count.documents;
  }

  /// Writes everything as a run and is empty afterwards. Errors: `io`.
  Result<> write_run(const Path& path);

 private:
  struct Count {
    std::uint32_t last_document = UINT32_MAX;
    std::uint32_t documents = 0;
  };

  std::uint32_t number_of(std::string_view word, std::string_view term, CompoundLanguages language);

  boost::unordered_flat_map<std::string_view, std::uint32_t> numbers_;
  std::deque<std::string> words_;             ///< by number; the map's keys point into it
  std::vector<std::string> terms_;            ///< by number, as in a run but in order of arrival
  std::vector<Count> counts_;                 ///< by number
  std::vector<CompoundLanguages> languages_;  ///< by number
  std::uint64_t first_mark_ = 1;              ///< of word 0; smaller marks are of runs before
};

/// Writes the words of a segment as a run, of no language. Errors: `io`.
Result<> write_word_run(const Vocabulary& vocabulary, const Path& path);

/// Takes each word with its number in the vocabulary.
using TakeWord =
    std::function<void(std::uint32_t number, std::string_view word, CompoundLanguages languages)>;

/// Writes the sections of words/vocabulary.h, and hands out the words in order. Errors: `io`,
/// `corrupt`.
Result<> merge_word_runs(std::span<const Path> runs, SectionFileWriter& file, const TakeWord& take);

}  // namespace tributary::search
