#include "text/snippet.h"

#include <algorithm>
#include <bit>
#include <cstdint>

#include "text/fold.h"

namespace tributary::text {
namespace {

/// Terms past the 64th are marked, but do not count when passages are compared.
constexpr std::size_t kCountedTerms = 64;

struct Match {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::uint64_t terms = 0;  ///< a bit for each term of the query that the word stands for
};

struct Passage {
  std::size_t begin = 0;
  std::size_t end = 0;
};

constexpr bool is_blank(char byte) {
  return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

bool is_match(const SnippetTerm& wanted, std::string_view term, std::string_view folded_word) {
  if (!wanted.is_prefix) return term == wanted.term;
  return term.starts_with(wanted.term) || folded_word.starts_with(wanted.term);
}

std::vector<Match> matches_in(std::string_view text, std::span<const Token> tokens,
                              std::span<const SnippetTerm> terms) {
  const bool has_prefix = std::ranges::any_of(terms, &SnippetTerm::is_prefix);
  std::vector<Match> matches;
  for (const auto& token : tokens) {
    const auto word = text.substr(token.begin_byte, token.end_byte - token.begin_byte);
    const std::string folded = has_prefix ? fold(word) : std::string();
    std::uint64_t found = 0;
    bool matched = false;
    for (std::size_t index = 0; index < terms.size(); ++index) {
      if (!is_match(terms[index], token.term, folded)) continue;
      matched = true;
      if (index < kCountedTerms) found |= std::uint64_t{1} << index;
    }
    if (matched) matches.push_back({token.begin_byte, token.end_byte, found});
  }
  return matches;
}

/// From the first to the last match of the earliest run of matches that fits and holds the most
/// distinct terms. Quadratic only in the matches that fit into one passage.
Passage richest_passage(std::span<const Match> matches, std::size_t length_bytes) {
  Passage best;
  int best_terms = -1;
  for (std::size_t first = 0; first < matches.size(); ++first) {
    std::uint64_t terms = 0;
    const std::size_t begin = matches[first].begin;
    for (std::size_t last = first; last < matches.size(); ++last) {
      if (matches[last].end - begin > length_bytes) break;
      terms |= matches[last].terms;
      const int distinct = std::popcount(terms);
      if (distinct <= best_terms) continue;
      best_terms = distinct;
      best = {begin, matches[last].end};
    }
  }
  return best;
}

/// The next place after `end` where the text can be cut: before a blank, or at the end of the text.
std::size_t next_cut(std::string_view text, std::size_t end) {
  while (end < text.size() && is_blank(text[end])) ++end;
  while (end < text.size() && !is_blank(text[end])) ++end;
  return end;
}

/// The same towards the beginning: after a blank.
std::size_t previous_cut(std::string_view text, std::size_t begin) {
  while (begin > 0 && is_blank(text[begin - 1])) --begin;
  while (begin > 0 && !is_blank(text[begin - 1])) --begin;
  return begin;
}

bool begins_sentence(std::string_view text, std::size_t begin) {
  while (begin > 0 && is_blank(text[begin - 1])) --begin;
  if (begin == 0) return true;
  const char before = text[begin - 1];
  return before == '.' || before == '!' || before == '?' || before == ':';
}

std::size_t size_of(const Passage& passage) { return passage.end - passage.begin; }

/// Fills the passage up to `length_bytes`: first to the left, to the beginning of the sentence or
/// over a third of what is free, then to the right, then to the left again with what is left over.
Passage widened(std::string_view text, Passage passage, std::size_t length_bytes) {
  const auto grow_left = [&](std::size_t limit_bytes, bool to_sentence) {
    while (passage.begin > 0 && !(to_sentence && begins_sentence(text, passage.begin))) {
      const std::size_t begin = previous_cut(text, passage.begin);
      if (passage.end - begin > limit_bytes) return;
      passage.begin = begin;
    }
  };
  grow_left(size_of(passage) + (length_bytes - size_of(passage)) / 3, true);
  while (passage.end < text.size()) {
    const std::size_t end = next_cut(text, passage.end);
    if (end - passage.begin > length_bytes) break;
    passage.end = end;
  }
  grow_left(length_bytes, passage.end < text.size());
  return passage;
}

void append_run(std::vector<SnippetRun>& runs, std::string_view text, bool marked) {
  if (!text.empty()) runs.push_back({std::string(text), marked});
}

}  // namespace

Snippet best_snippet(std::string_view text, Language language, std::span<const SnippetTerm> terms,
                     std::size_t length_bytes, Analyzer& analyzer) {
  std::vector<Token> tokens;
  analyzer.analyze(text, language, tokens);
  const auto matches = matches_in(text, tokens, terms);
  auto passage = widened(text, richest_passage(matches, length_bytes), length_bytes);
  while (passage.begin < passage.end && is_blank(text[passage.begin])) ++passage.begin;
  while (passage.end > passage.begin && is_blank(text[passage.end - 1])) --passage.end;

  const auto is_blank_text = [](std::string_view part) {
    return std::ranges::all_of(part, is_blank);
  };
  Snippet snippet{.runs = {},
                  .cut_before = !is_blank_text(text.substr(0, passage.begin)),
                  .cut_after = !is_blank_text(text.substr(passage.end))};
  std::size_t offset = passage.begin;
  for (const auto& match : matches) {
    if (match.begin < offset || match.end > passage.end) continue;
    append_run(snippet.runs, text.substr(offset, match.begin - offset), false);
    append_run(snippet.runs, text.substr(match.begin, match.end - match.begin), true);
    offset = match.end;
  }
  append_run(snippet.runs, text.substr(offset, passage.end - offset), false);
  return snippet;
}

}  // namespace tributary::text
