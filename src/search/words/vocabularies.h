// search/words/vocabularies.h
//
// The vocabularies of the segments of an index, as if they were one: a word's documents are the sum
// over all of them, its terms are those of any.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "search/words/near_terms.h"
#include "search/words/vocabulary.h"

namespace tributary::search {

/// Safe from any thread.
class Vocabularies {
 public:
  /// REQUIRES: it outlives this.
  void add(const Vocabulary& vocabulary) { parts_.push_back(&vocabulary); }

  [[nodiscard]] std::uint64_t document_count(std::string_view word) const;

  /// Each once; none of an unknown word.
  [[nodiscard]] std::vector<std::string> terms_of(std::string_view word) const;

  /// Of the words that became `term` the one in most documents, of equals the first; empty where
  /// there is none that begins with most of its letters.
  [[nodiscard]] std::string word_of(std::string_view term) const;

  [[nodiscard]] NearestWords beginning_with(std::string_view prefix) const;

  /// As near_ranges() and nearest().
  [[nodiscard]] NearestWords near(std::string_view word, unsigned edits, WordShape shape) const;

 private:
  template <class RangesIn>
  NearestWords nearest_in_all(RangesIn ranges_in) const;

  std::vector<const Vocabulary*> parts_;
};

}  // namespace tributary::search
