// text/snippet.h
//
// The passage of a text that shows best why it was found, with the matching words marked.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "text/analyzer.h"

namespace tributary::text {

/// A run of a snippet: matching words are marked, what lies between is not. Plain text, never
/// markup.
struct SnippetRun {
  std::string text;
  bool marked = false;
  bool operator==(const SnippetRun&) const = default;
};

/// A term of the query: words of the text that analyse to it, or begin with it, are marked.
struct SnippetTerm {
  std::string term;
  bool is_prefix = false;
};

struct Snippet {
  std::vector<SnippetRun> runs;
  bool cut_before = false;  ///< the passage does not begin where the text begins
  bool cut_after = false;
};

/// The best passage of at most `length_bytes`: the one with the most distinct terms, then the
/// earliest. With no match, the beginning of the text. It begins with a sentence and ends with one
/// where two thirds of the length remain; it never begins or ends inside a word, or
/// inside a tag or character reference (markup.h) that stands in the text, and no mark lies in one.
Snippet best_snippet(std::string_view text, Language language, std::span<const SnippetTerm> terms,
                     std::size_t length_bytes, Analyzer& analyzer);

/// Up to `count` such passages, best first, none of which overlaps another; those after the first
/// all hold a match. The first is best_snippet().
std::vector<Snippet> best_snippets(std::string_view text, Language language,
                                   std::span<const SnippetTerm> terms, std::size_t length_bytes,
                                   std::size_t count, Analyzer& analyzer);

}  // namespace tributary::text
