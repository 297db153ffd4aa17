#include "text/snippet.h"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <iterator>
#include <utility>

#include "text/fold.h"
#include "text/markup.h"

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

/// Matches inside markup are none: what a tag is called is not what the text says.
std::vector<Match> matches_in(std::string_view text, std::span<const Token> tokens,
                              std::span<const MarkupSpan> markup,
                              std::span<const SnippetTerm> terms) {
  const bool has_prefix = std::ranges::any_of(terms, &SnippetTerm::is_prefix);
  std::vector<Match> matches;
  auto next_markup = markup.begin();
  for (const auto& token : tokens) {
    while (next_markup != markup.end() && next_markup->end <= token.begin_byte) ++next_markup;
    if (next_markup != markup.end() && next_markup->begin < token.end_byte) continue;
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

struct RichPassage {
  Passage passage;
  int distinct_terms = 0;
};

/// From the first to the last match of the earliest run of matches that fits and holds the most
/// distinct terms; no terms when none fits. Quadratic only in the matches that fit into one
/// passage.
RichPassage richest_passage(std::span<const Match> matches, std::size_t length_bytes) {
  RichPassage best;
  for (std::size_t first = 0; first < matches.size(); ++first) {
    std::uint64_t terms = 0;
    const std::size_t begin = matches[first].begin;
    for (std::size_t last = first; last < matches.size(); ++last) {
      if (matches[last].end - begin > length_bytes) break;
      terms |= matches[last].terms;
      // A term past the counted ones is better than none.
      const int distinct = std::max(std::popcount(terms), 1);
      if (distinct <= best.distinct_terms) continue;
      best = {{begin, matches[last].end}, distinct};
    }
  }
  return best;
}

/// Finds the places where a part of a text can be cut: at blanks outside markup, and at its ends.
class Cuts {
 public:
  Cuts(std::string_view text, std::span<const MarkupSpan> markup, Passage part)
      : text_(text), markup_(markup), part_(part) {}

  [[nodiscard]] const Passage& part() const { return part_; }

  /// The next cut after `end`: before a blank, or the end of the part.
  [[nodiscard]] std::size_t next(std::size_t end) const {
    while (end < part_.end && is_blank(text_[end])) ++end;
    while (end < part_.end && !is_cut(end)) ++end;
    return end;
  }

  /// The same towards the beginning: after a blank.
  [[nodiscard]] std::size_t previous(std::size_t begin) const {
    while (begin > part_.begin && is_blank(text_[begin - 1])) --begin;
    while (begin > part_.begin && !is_cut(begin - 1)) --begin;
    return begin;
  }

  [[nodiscard]] bool begins_sentence(std::size_t begin) const {
    while (begin > 0 && is_blank(text_[begin - 1])) --begin;
    return begin == 0 || ends_sentence(begin);
  }

  [[nodiscard]] bool ends_sentence(std::size_t end) const {
    constexpr std::string_view signs = ".!?:";
    return end == text_.size() || signs.contains(text_[end - 1]);
  }

 private:
  /// Whether the byte at `offset` is a blank outside markup.
  [[nodiscard]] bool is_cut(std::size_t offset) const {
    if (!is_blank(text_[offset])) return false;
    const auto after = std::ranges::upper_bound(markup_, offset, {}, &MarkupSpan::begin);
    return after == markup_.begin() || std::prev(after)->end <= offset;
  }

  std::string_view text_;
  std::span<const MarkupSpan> markup_;
  Passage part_;
};

std::size_t size_of(const Passage& passage) { return passage.end - passage.begin; }

/// Fills the passage up to `length_bytes`: first to the left, to the beginning of the sentence or
/// over a third of what is free, then to the right, then to the left again with what is left over.
/// Then it is cut back to whole sentences, as long as two thirds of the length remain.
Passage widened(const Cuts& cuts, Passage passage, std::size_t length_bytes) {
  const Passage matches = passage;
  std::size_t sentence_begin = matches.begin;
  std::size_t sentence_end = 0;
  const auto grow_left = [&](std::size_t limit_bytes, bool to_sentence) {
    while (passage.begin > cuts.part().begin &&
           !(to_sentence && cuts.begins_sentence(passage.begin))) {
      const std::size_t begin = cuts.previous(passage.begin);
      if (passage.end - begin > limit_bytes) return;
      passage.begin = begin;
      if (cuts.begins_sentence(begin)) sentence_begin = begin;
    }
  };
  grow_left(size_of(passage) + (length_bytes - size_of(passage)) / 3, true);
  while (passage.end < cuts.part().end) {
    const std::size_t end = cuts.next(passage.end);
    if (end - passage.begin > length_bytes) break;
    passage.end = end;
    if (cuts.ends_sentence(end)) sentence_end = end;
  }
  grow_left(length_bytes, passage.end < cuts.part().end);

  const std::size_t enough_bytes = length_bytes - length_bytes / 3;
  if (sentence_end >= matches.end && sentence_end >= passage.begin + enough_bytes) {
    passage.end = sentence_end;
  }
  if (cuts.begins_sentence(sentence_begin) && passage.end >= sentence_begin + enough_bytes) {
    passage.begin = sentence_begin;
  }
  return passage;
}

void append_run(std::vector<SnippetRun>& runs, std::string_view text, bool marked) {
  if (!text.empty()) runs.push_back({std::string(text), marked});
}

Snippet snippet_of(std::string_view text, std::span<const Match> matches, Passage passage) {
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

/// The matches that lie in `part`.
std::span<const Match> matches_within(std::span<const Match> matches, const Passage& part) {
  const auto first = std::ranges::lower_bound(matches, part.begin, {}, &Match::begin);
  const auto last = std::ranges::upper_bound(first, matches.end(), part.end, {}, &Match::end);
  return {first, last};
}

}  // namespace

std::vector<Snippet> best_snippets(std::string_view text, Language language,
                                   std::span<const SnippetTerm> terms, std::size_t length_bytes,
                                   std::size_t count, Analyzer& analyzer) {
  std::vector<Token> tokens;
  analyzer.analyze(text, language, tokens);
  const auto markup = markup_in(text);
  const auto matches = matches_in(text, tokens, markup, terms);
  std::vector<Passage> free{{0, text.size()}};  // what no passage has taken yet, in order
  std::vector<Snippet> snippets;
  while (snippets.size() < count) {
    RichPassage best;
    auto best_part = free.begin();
    for (auto part = free.begin(); part != free.end(); ++part) {
      const auto rich = richest_passage(matches_within(matches, *part), length_bytes);
      if (rich.distinct_terms <= best.distinct_terms) continue;
      best = rich;
      best_part = part;
    }
    if (best.distinct_terms == 0 && !snippets.empty()) break;
    const Passage part = *best_part;
    const auto passage = widened({text, markup, part}, best.passage, length_bytes);
    snippets.push_back(snippet_of(text, matches, passage));
    *best_part = {part.begin, passage.begin};
    free.insert(std::next(best_part), Passage{passage.end, part.end});
  }
  return snippets;
}

Snippet best_snippet(std::string_view text, Language language, std::span<const SnippetTerm> terms,
                     std::size_t length_bytes, Analyzer& analyzer) {
  return std::move(best_snippets(text, language, terms, length_bytes, 1, analyzer).front());
}

}  // namespace tributary::text
