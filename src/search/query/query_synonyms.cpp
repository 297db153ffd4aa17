#include "search/query/query_synonyms.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <tuple>
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
  explicit Equivalents(const NameSources& sources) : sources_(sources) {}

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

  /// The names in `text` from left to right, that do not overlap; what a span is told twice is
  /// joined. Compounds are divided where `is_quoted` is not.
  [[nodiscard]] std::vector<Name> names_in(const std::string& text, bool is_quoted) const {
    std::vector<Name> told;
    for (auto& match : sources_.synonyms.matches(text::query_words_of(text))) {
      Name name{match.first_word, match.word_count, {}, {}};
      if (!sources_.country_column.empty()) name.country = std::move(match.country);
      for (const auto& phrase : match.equivalents) {
        name.others.push_back(fmt::format("{}", fmt::join(phrase, " ")));
      }
      told.push_back(std::move(name));
    }
    for (auto& learnt : sources_.learnt(text)) {
      if (learnt.is_divided && is_quoted) continue;
      told.push_back({learnt.first_word, learnt.word_count, std::move(learnt.names), {}});
    }
    std::ranges::stable_sort(told, [](const Name& left, const Name& right) {
      return std::tie(left.first_word, right.word_count) <
             std::tie(right.first_word, left.word_count);
    });
    std::vector<Name> names;
    for (auto& name : told) {
      if (!names.empty() && is_same_span(names.back(), name)) {
        join(names.back(), std::move(name));
      } else if (names.empty() || name.first_word >= end_of(names.back())) {
        names.push_back(std::move(name));
      }
    }
    return names;
  }

  static std::size_t end_of(const Name& name) { return name.first_word + name.word_count; }

  static bool is_same_span(const Name& left, const Name& right) {
    return left.first_word == right.first_word && left.word_count == right.word_count;
  }

  static void join(Name& name, Name&& more) {
    if (!more.country.empty()) name.country = std::move(more.country);
    for (auto& other : more.others) {
      if (std::ranges::find(name.others, other) == name.others.end()) {
        name.others.push_back(std::move(other));
      }
    }
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
        .kind = NodeKind::value, .field = std::string(sources_.country_column), .text = country};
    QueryNode either{.kind = NodeKind::any_of};
    either.children = {std::move(words), std::move(value)};
    return either;
  }

  void add_to_leaf(QueryNode& node) {
    if (!node.field.empty()) return;
    node.has_compounds = node.kind == NodeKind::word;
    auto names = names_in(node.text, node.kind == NodeKind::phrase);
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
        run.back().has_compounds = true;
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
    for (auto& name : names_in(text_of(run, 0, run.size()), false)) {
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

  const NameSources& sources_;
  std::vector<AlsoSearched> told_;
};

}  // namespace

std::vector<AlsoSearched> add_equivalents(QueryTree& tree, const NameSources& sources) {
  Equivalents equivalents(sources);
  equivalents.add_below(tree.root);
  return equivalents.take();
}

}  // namespace tributary::search
