#include "search/exec/word_terms.h"

#include <algorithm>
#include <array>

namespace tributary::search {
namespace {

constexpr std::array kEditPenalties{1.0F, 0.7F, 0.45F};
static_assert(kEditPenalties.size() == kMaximumEdits + 1);

}  // namespace

std::vector<WordTerms> words_in(std::string_view typed, const SegmentedIndex& index,
                                text::Analyzer& analyzer) {
  // Where the words are does not depend on the language (text/words.h); what they become does.
  std::vector<text::Token> tokens;
  analyzer.analyze(typed, text::Language::unknown, tokens);
  std::vector<WordTerms> words;
  for (const auto& token : tokens) {
    const auto word = typed.substr(token.begin_byte, token.end_byte - token.begin_byte);
    words.push_back({.terms = {}, .position = token.position, .plain = std::string(token.plain)});
    words.back().terms.emplace_back(word);
  }
  for (auto& word : words) {
    const auto as_typed = std::move(word.terms.front());
    word.terms = analyzer.terms_of(as_typed, index.languages());
    for (auto& term : index.vocabulary().terms_of(word.plain)) {
      if (std::ranges::find(word.terms, term) == word.terms.end()) {
        word.terms.push_back(std::move(term));
      }
    }
  }
  return words;
}

std::optional<TermNumbers> find_term(std::string_view term, const SegmentedIndex& index) {
  TermNumbers numbers;
  bool is_known = false;
  for (const auto& segment : index.segments()) {
    const auto number = segment.files->dictionary().find(term);
    is_known = is_known || number;
    numbers.push_back(number.value_or(kNoTerm));
  }
  return is_known ? std::optional(std::move(numbers)) : std::nullopt;
}

Expansion expansion_of(NearestWords near, float factor, const SegmentedIndex& index) {
  Expansion expansion{.terms = {}, .words = {}, .is_cut = near.is_cut};
  for (auto& word : near.words) {
    for (const auto& term : index.vocabulary().terms_of(word.word)) {
      // A term can be gone with the documents that were replaced.
      auto numbers = find_term(term, index);
      if (numbers) {
        expansion.terms.push_back({std::move(*numbers), factor * kEditPenalties[word.distance]});
      }
    }
    expansion.words.push_back(std::move(word.word));
  }
  return expansion;
}

Expansion words_beginning(std::string_view prefix, const SegmentedIndex& index) {
  return expansion_of(index.vocabulary().beginning_with(prefix), kPrefixPenalty, index);
}

Expansion words_near(std::string_view plain, WordShape shape, const SegmentedIndex& index) {
  const auto edits = permitted_edits(plain);
  if (edits == 0) return {};
  const auto factor = shape == WordShape::whole ? 1.0F : kPrefixPenalty;
  return expansion_of(index.vocabulary().near(plain, edits, shape), factor, index);
}

}  // namespace tributary::search
