#include "app/scouting/phrase_finder.h"

#include <algorithm>
#include <cmath>
#include <tuple>
#include <utility>

namespace tributary::app {
namespace {

/// Words of one phrase have nothing but a blank or a hyphen between them.
bool touch(std::string_view text, const text::Token& first, const text::Token& second) {
  const auto between = text.substr(first.end_byte, second.begin_byte - first.end_byte);
  return between == " " || between == "-" || between == "\n";
}

const std::string& most_frequent(const std::unordered_map<std::string, std::uint32_t>& spellings) {
  return std::ranges::max_element(spellings,
                                  [](const auto& one, const auto& other) {
                                    return std::tie(one.second, other.first) <
                                           std::tie(other.second, one.first);
                                  })
      ->first;
}

}  // namespace

void PhraseFinder::read(const search::Document& document) {
  ++documents_;
  for (const auto& text : document.texts) {
    if (schema_.text_fields[text.field].is_topical) read_text(text);
  }
}

void PhraseFinder::read_text(const search::Document::Text& text) {
  std::vector<text::Token> tokens;
  analyzer_.analyze(text.text, text.language, tokens);
  const text::Token* before = nullptr;
  for (const auto& token : tokens) {
    const std::string term(token.term);
    if (!telling_.contains(term)) {
      before = nullptr;
      continue;
    }
    auto& word = words_[term];
    if (std::exchange(word.last_document, documents_) != documents_) ++word.documents;
    if (before != nullptr && before->term != token.term && touch(text.text, *before, token)) {
      add_phrase(before->term, token.term,
                 std::string(before->plain) + ' ' + std::string(token.plain));
    }
    before = &token;
  }
}

void PhraseFinder::add_phrase(std::string_view first, std::string_view second,
                              const std::string& spelling) {
  auto& phrase = phrases_[std::string(first) + ' ' + std::string(second)];
  if (std::exchange(phrase.last_document, documents_) == documents_) return;
  if (phrase.documents++ == 0) {
    phrase.first = first;
    phrase.second = second;
  }
  ++phrase.spellings[spelling];
}

std::vector<std::string> PhraseFinder::best(std::uint32_t fewest, std::size_t most) const {
  std::vector<std::pair<double, std::string>> found;
  for (const auto& [terms, phrase] : phrases_) {
    if (phrase.documents < fewest) continue;
    const double together = phrase.documents;
    const double apart = static_cast<double>(words_.at(phrase.first).documents) *
                         static_cast<double>(words_.at(phrase.second).documents);
    const double hold = together * std::log(together * static_cast<double>(documents_) / apart);
    if (hold > 0) found.emplace_back(-hold, most_frequent(phrase.spellings));
  }
  std::ranges::sort(found);
  found.resize(std::min(most, found.size()));
  std::vector<std::string> phrases;
  for (auto& [hold, text] : found) phrases.push_back(std::move(text));
  return phrases;
}

}  // namespace tributary::app
