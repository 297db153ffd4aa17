// search/exec/word_terms.h
//
// From what a person typed to the terms of an index.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "search/index/generation.h"
#include "text/analyzer.h"

namespace tributary::search {

/// The terms that one word of a query may stand for: its plain form and its stem in every language
/// of the index. Any of them will do.
struct WordTerms {
  std::vector<std::string> terms;
  std::uint32_t position = 0;  ///< among the words it was typed with, as in text::Token
};

/// The words in `typed`: one mostly, several for `work-based` and for phrases, none for a stop word
/// and for punctuation.
std::vector<WordTerms> words_in(std::string_view typed, const Generation& generation,
                                text::Analyzer& analyzer);

/// The terms that a prefix stands for, in the order of the dictionary.
struct PrefixTerms {
  std::vector<std::uint32_t> numbers;
  bool is_cut = false;  ///< there are more than kMaximumExpansions
};

inline constexpr std::size_t kMaximumExpansions = 64;

/// The terms that begin with `prefix` (as folded by the index), at most kMaximumExpansions: those
/// in most documents, then the first in the dictionary.
PrefixTerms expand_prefix(std::string_view prefix, const Generation& generation);

/// The prefix as the index would hold it: its last word, folded, without stemming. Empty when there
/// is no letter or digit in it.
std::string folded_prefix(std::string_view typed, const Generation& generation);

}  // namespace tributary::search
