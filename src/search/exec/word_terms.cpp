#include "search/exec/word_terms.h"

#include <algorithm>
#include <array>

namespace tributary::search {
namespace {

constexpr std::array kEditPenalties{1.0F, 0.7F, 0.45F};
static_assert(kEditPenalties.size() == kMaximumEdits + 1);

Expansion expansion_of(std::span<const NearRange> ranges, float factor,
                       const Generation& generation) {
  const auto& vocabulary = generation.vocabulary();
  const auto near =
      nearest(ranges, [&](std::size_t word) { return vocabulary.document_count(word); });
  Expansion expansion{.terms = {}, .words = {}, .is_cut = near.is_cut};
  for (const auto& word : near.terms) {
    expansion.words.push_back(vocabulary.words().term(word.number));
    for (const auto& term : vocabulary.terms_of(word.number)) {
      // A term can be gone with the documents that were replaced.
      const auto number = generation.dictionary().find(term);
      if (number) expansion.terms.push_back({*number, factor * kEditPenalties[word.distance]});
    }
  }
  return expansion;
}

}  // namespace

std::vector<WordTerms> words_in(std::string_view typed, const Generation& generation,
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
  const auto& vocabulary = generation.vocabulary();
  for (auto& word : words) {
    const auto as_typed = std::move(word.terms.front());
    word.terms = analyzer.terms_of(as_typed, generation.languages());
    const auto known = vocabulary.words().find(word.plain);
    if (!known) continue;
    for (auto& term : vocabulary.terms_of(*known)) {
      if (std::ranges::find(word.terms, term) == word.terms.end()) {
        word.terms.push_back(std::move(term));
      }
    }
  }
  return words;
}

Expansion words_beginning(std::string_view prefix, const Generation& generation) {
  const NearRange range{.terms = generation.vocabulary().words().range_of(prefix), .distance = 0};
  return expansion_of(std::span(&range, 1), kPrefixPenalty, generation);
}

Expansion words_near(std::string_view plain, WordShape shape, const Generation& generation) {
  const auto edits = permitted_edits(plain);
  if (edits == 0) return {};
  const auto ranges = near_ranges(generation.vocabulary().words(), plain, edits, shape);
  const auto factor = shape == WordShape::whole ? 1.0F : kPrefixPenalty;
  return expansion_of(ranges, factor, generation);
}

}  // namespace tributary::search
