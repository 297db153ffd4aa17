// search/exec/word_terms.h
//
// From what a person typed to the terms of an index.
#pragma once

#include <boost/container/small_vector.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "search/index/segmented_index.h"
#include "search/words/near_terms.h"
#include "text/analyzer.h"

namespace tributary::search {

/// The terms that one word of a query may stand for: its plain form, its stem in every language of
/// the index, and what the same word became in the texts, which may write it with accents. Any of
/// them will do.
struct WordTerms {
  std::vector<std::string> terms;
  std::uint32_t position = 0;  ///< among the words it was typed with, as in text::Token
  std::string plain;           ///< folded, not stemmed
};

/// The words in `typed`: one mostly, several for `work-based` and for phrases, none for a stop word
/// and for punctuation.
std::vector<WordTerms> words_in(std::string_view typed, const SegmentedIndex& index,
                                text::Analyzer& analyzer);

/// A term, by its number in the dictionary of each segment; kNoTerm where a segment lacks it.
using TermNumbers = boost::container::small_vector<std::uint32_t, 4>;
inline constexpr std::uint32_t kNoTerm = UINT32_MAX;

/// Nothing where no segment has the term.
std::optional<TermNumbers> find_term(std::string_view term, const SegmentedIndex& index);

/// A term with what it counts of its score when it is found in place of the word.
struct ExpandedTerm {
  TermNumbers numbers;
  float penalty = 1.0F;
  bool operator==(const ExpandedTerm&) const = default;
};

/// The words of the vocabulary that a typed one may stand for.
struct Expansion {
  std::vector<ExpandedTerm> terms;  ///< a term may come more than once
  std::vector<std::string> words;   ///< nearest first, then those in most documents
  bool is_cut = false;              ///< there are more than kMaximumNearTerms
};

/// The terms of these words, each penalised by `factor` and its distance.
Expansion expansion_of(NearestWords words, float factor, const SegmentedIndex& index);

inline constexpr float kPrefixPenalty = 0.8F;

/// The words that begin with `prefix`.
Expansion words_beginning(std::string_view prefix, const SegmentedIndex& index);

/// The words within the edits that `plain` permits (near_terms.h), each penalised by its distance:
/// 1, 0.7 or 0.45, and by kPrefixPenalty where only their beginning is compared.
Expansion words_near(std::string_view plain, WordShape shape, const SegmentedIndex& index);

}  // namespace tributary::search
