#include "search/exec/word_terms.h"

#include <algorithm>
#include <numeric>

namespace tributary::search {

std::vector<WordTerms> words_in(std::string_view typed, const Generation& generation,
                                text::Analyzer& analyzer) {
  // Where the words are does not depend on the language (text/words.h); what they become does.
  std::vector<text::Token> tokens;
  analyzer.analyze(typed, text::Language::unknown, tokens);
  std::vector<WordTerms> words;
  for (const auto& token : tokens) {
    const auto word = typed.substr(token.begin_byte, token.end_byte - token.begin_byte);
    words.push_back({.terms = {}, .position = token.position});
    words.back().terms.emplace_back(word);
  }
  for (auto& word : words) {
    const auto as_typed = std::move(word.terms.front());
    word.terms = analyzer.terms_of(as_typed, generation.languages());
  }
  return words;
}

PrefixTerms expand_prefix(std::string_view prefix, const Generation& generation) {
  const auto& dictionary = generation.dictionary();
  const auto [first, last] = dictionary.range_of(prefix);
  PrefixTerms result;
  result.numbers.resize(last - first);
  std::iota(result.numbers.begin(), result.numbers.end(), first);
  if (result.numbers.size() <= kMaximumExpansions) return result;
  result.is_cut = true;
  std::ranges::partial_sort(
      result.numbers, result.numbers.begin() + kMaximumExpansions, [&](auto left, auto right) {
        const auto left_count = dictionary.document_count(left, kRankedFields);
        const auto right_count = dictionary.document_count(right, kRankedFields);
        return left_count != right_count ? left_count > right_count : left < right;
      });
  result.numbers.resize(kMaximumExpansions);
  std::ranges::sort(result.numbers);
  return result;
}

std::string folded_prefix(std::string_view typed, const Generation& generation) {
  text::Analyzer plain({.stemming = text::Stemming::none,
                        .fold_accents = generation.schema().analysis.fold_accents,
                        .stop_words = {}});
  std::vector<text::Token> tokens;
  plain.analyze(typed, text::Language::unknown, tokens);
  return tokens.empty() ? std::string() : std::string(tokens.back().term);
}

}  // namespace tributary::search
