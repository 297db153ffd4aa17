// text/query_words.h
//
// The words of a query as synonyms.h and acronyms.h take them, and the phrases they answer with.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tributary::text {

struct QueryWord {
  std::string typed;   ///< as typed, for its capitals
  std::string folded;  ///< fold(typed)
};

/// Folded words in their order.
using Phrase = std::vector<std::string>;

/// The words of `text` (WordScanner), folded.
std::vector<QueryWord> query_words_of(std::string_view text);

}  // namespace tributary::text
