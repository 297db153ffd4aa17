#include "search/query/query_synonyms.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <iterator>
#include <utility>

namespace tributary::search {
namespace {

std::string text_of(const std::vector<QueryNode>& words, std::size_t first, std::size_t count) {
  std::string text;
  for (auto at = first; at < first + count; ++at) {
    text += (text.empty() ? "" : " ") + words[at].text;
  }
  return text;
}

class Equivalents {
 public:
  Equivalents(const text::Synonyms& synonyms, std::string_view country_column)
      : synonyms_(synonyms), country_column_(country_column) {}

  void add_below(QueryNode& node) {
    if (node.kind == NodeKind::word || node.kind == NodeKind::phrase) return add_to_leaf(node);
    if (node.kind == NodeKind::none_of) return;
    if (node.kind == NodeKind::most_of) return add_to_words(node);
    for (auto& child : node.children) add_below(child);
  }

  std::vector<AlsoSearched> take() { return std::move(told_); }

 private:
  struct Name {
    std::size_t first_word = 0;
    std::size_t word_count = 0;
    std::vector<std::string> others;
    std::string country;
  };

  /// The names in `text`; what a span names twice is joined.
  [[nodiscard]] std::vector<Name> names_in(const std::string& text) const {
    std::vector<Name> names;
    for (const auto& match : synonyms_.matches(text::query_words_of(text))) {
      if (names.empty() || names.back().first_word != match.first_word) {
        names.push_back({match.first_word, match.word_count, {}, {}});
      }
      if (!country_column_.empty() && !match.country.empty()) names.back().country = match.country;
      for (const auto& phrase : match.equivalents) {
        names.back().others.push_back(fmt::format("{}", fmt::join(phrase, " ")));
      }
    }
    return names;
  }

  void tell(const std::string& typed, const Name& name) {
    if (std::ranges::find(told_, typed, &AlsoSearched::typed) == told_.end()) {
      told_.push_back({typed, name.others, name.country});
    }
  }

  /// What is found by words, or by the country that they name.
  [[nodiscard]] QueryNode with_country(QueryNode words, const std::string& country) const {
    if (country.empty()) return words;
    QueryNode value{
        .kind = NodeKind::value, .field = std::string(country_column_), .text = country};
    QueryNode either{.kind = NodeKind::any_of};
    either.children = {std::move(words), std::move(value)};
    return either;
  }

  void add_to_leaf(QueryNode& node) {
    if (!node.field.empty()) return;
    auto names = names_in(node.text);
    const auto words = text::query_words_of(node.text).size();
    if (names.size() != 1 || names.front().word_count != words) return;
    tell(node.text, names.front());
    node.equivalents = std::move(names.front().others);
    node = with_country(QueryNode(std::move(node)), names.front().country);
  }

  /// Looks at each run of plain words among the parts of a soft AND.
  void add_to_words(QueryNode& node) {
    std::vector<QueryNode> parts;
    for (std::size_t at = 0; at < node.children.size();) {
      if (!is_plain(node.children[at])) {
        add_below(node.children[at]);
        parts.push_back(std::move(node.children[at++]));
        continue;
      }
      std::vector<QueryNode> run;
      for (; at < node.children.size() && is_plain(node.children[at]); ++at) {
        run.push_back(std::move(node.children[at]));
      }
      add_to_run(std::move(run), parts);
    }
    if (parts.size() == 1) {
      node = QueryNode(std::move(parts.front()));
    } else {
      node.children = std::move(parts);
    }
  }

  /// One word that is cut nowhere, in all fields.
  static bool is_plain(const QueryNode& node) {
    return node.kind == NodeKind::word && node.field.empty() &&
           text::query_words_of(node.text).size() == 1;
  }

  void add_to_run(std::vector<QueryNode> run, std::vector<QueryNode>& parts) {
    std::size_t at = 0;
    const auto pass_until = [&](std::size_t end) {
      for (; at < end; ++at) parts.push_back(std::move(run[at]));
    };
    for (auto& name : names_in(text_of(run, 0, run.size()))) {
      pass_until(name.first_word);
      const auto typed = text_of(run, at, name.word_count);
      tell(typed, name);
      if (name.word_count == 1) {
        run[at].equivalents = std::move(name.others);
        parts.push_back(with_country(std::move(run[at++]), name.country));
        continue;
      }
      QueryNode words{.kind = NodeKind::all_of};
      for (const auto end = at + name.word_count; at < end; ++at) {
        words.children.push_back(std::move(run[at]));
      }
      QueryNode whole{.kind = NodeKind::phrase, .text = typed};
      whole.equivalents = std::move(name.others);
      QueryNode either{.kind = NodeKind::any_of};
      either.children = {std::move(words), std::move(whole)};
      parts.push_back(with_country(std::move(either), name.country));
    }
    pass_until(run.size());
  }

  const text::Synonyms& synonyms_;
  std::string_view country_column_;
  std::vector<AlsoSearched> told_;
};

}  // namespace

std::vector<AlsoSearched> add_equivalents(QueryTree& tree, const text::Synonyms& synonyms,
                                          std::string_view country_column) {
  Equivalents equivalents(synonyms, country_column);
  equivalents.add_below(tree.root);
  return equivalents.take();
}

}  // namespace tributary::search
