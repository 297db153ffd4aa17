#include "app/hubs/words_in_text.h"

#include <algorithm>
#include <array>

#include "app/own_words.h"

namespace tributary::app {
namespace {

using search::NodeKind;
using search::QueryNode;

bool is_of_texts(const QueryNode& node) {
  return node.field.empty() || node.field == "title" || node.field == "text" ||
         node.field == "keywords";
}

}  // namespace

WordsInText::WordsInText(std::string_view text)
    : analyzer_({}), language_(language_of_words(std::string(text), {})) {
  std::vector<text::Token> tokens;
  analyzer_.analyze(text, language_, tokens);
  for (const auto& token : tokens) {
    terms_.emplace_back(token.term);
    distinct_.emplace(token.term);
    plain_.emplace(token.plain);
  }
}

bool WordsInText::has(const QueryNode& node) {
  const auto has_child = [&](const QueryNode& child) { return has(child); };
  switch (node.kind) {
    case NodeKind::everything:
      return true;
    case NodeKind::word:
    case NodeKind::typing:
      return is_of_texts(node) && has_word(node.text);
    case NodeKind::phrase:
      return is_of_texts(node) && has_phrase(node.text);
    case NodeKind::prefix:
      return is_of_texts(node) && has_prefix(node.text);
    case NodeKind::all_of:
    case NodeKind::most_of:
      return std::ranges::all_of(node.children, has_child);
    case NodeKind::any_of:
      return std::ranges::any_of(node.children, has_child);
    case NodeKind::none_of:
      return std::ranges::none_of(node.children, has_child);
    case NodeKind::value:
    case NodeKind::range:
    case NodeKind::missing:
      return false;
  }
  return false;
}

bool WordsInText::has_word(const std::string& word) {
  const auto terms = analyzer_.terms_of(word, std::array{language_});
  return std::ranges::any_of(terms, [&](const std::string& term) {
    return distinct_.contains(term) || plain_.contains(term);
  });
}

bool WordsInText::has_phrase(const std::string& phrase) {
  std::vector<text::Token> tokens;
  analyzer_.analyze(phrase, language_, tokens);
  return !std::ranges::search(terms_, tokens, {}, {}, &text::Token::term).empty();
}

bool WordsInText::has_prefix(const std::string& prefix) {
  const auto begin = analyzer_.plain_of(prefix);
  if (begin.empty()) return false;
  const auto first = plain_.lower_bound(begin);
  return first != plain_.end() && first->starts_with(begin);
}

}  // namespace tributary::app
