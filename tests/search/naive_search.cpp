#include "naive_search.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <map>
#include <optional>
#include <set>

#include "naive_page.h"
#include "naive_spelling.h"
#include "text/fold.h"

namespace tributary::search_cases {
namespace {

using search::Document;
using search::NodeKind;
using search::QueryNode;

/// What a word of the query accepts: the part of its score that another word gets, 0 for none.
using Accepts = std::function<double(const std::string&)>;

class Naive {
 public:
  Naive(const search::Schema& schema, const NaiveIndex& index)
      : schema_(schema), fields_(schema.text_fields.size()), is_live_(index.is_live) {
    for (const auto& document : index.stored) pages_.push_back(page_of(document, fields_));
    for (const auto& document : index.averaged) averaged_.push_back(page_of(document, fields_));
  }

  search::Answer run(const search::Request& request) {
    search::Answer answer;
    std::vector<bool> context;
    for (std::size_t i = 0; i < pages_.size(); ++i) {
      context.push_back(is_live_[i] && is_selected(pages_[i], request, nullptr));
    }
    std::vector<bool> found(pages_.size());
    if (!is_void(request.query.root)) {
      found = select(request.query.root, context, true, true, answer);
    }
    std::vector<std::size_t> hits;
    for (std::size_t i = 0; i < pages_.size(); ++i) {
      if (found[i] && context[i]) hits.push_back(i);
    }
    answer.total = hits.size();
    mention(request.query.root);
    order(hits, request.sort);
    for (std::size_t i = 0; i < std::min<std::size_t>(hits.size(), request.limit); ++i) {
      const bool by_relevance = request.sort.column.empty();
      answer.hits.push_back({.id = pages_[hits[i]].id,
                             .score = by_relevance ? static_cast<float>(score(hits[i])) : 0.0F});
    }
    for (const auto& facet : request.facets) {
      std::vector<const Page*> counted;
      for (std::size_t i = 0; i < pages_.size(); ++i) {
        const bool is_counted =
            found[i] && is_live_[i] && is_selected(pages_[i], request, &facet.name);
        if (is_counted) counted.push_back(&pages_[i]);
      }
      answer.facets.push_back(count_facet(facet, counted));
    }
    return answer;
  }

 private:
  // Which fields a leaf looks at.
  [[nodiscard]] std::vector<std::size_t> fields_of(const QueryNode& node) const {
    std::vector<std::size_t> fields;
    for (std::size_t field = 0; field < fields_; ++field) {
      const auto& each = schema_.text_fields[field];
      if (node.field.empty() ? each.weight > 0 : each.name == node.field) fields.push_back(field);
    }
    return fields;
  }

  /// Whether any page has the word where the leaf looks.
  [[nodiscard]] bool is_known(const std::string& word, const QueryNode& node) const {
    const auto any_field_is_ranked =
        node.field.empty() || schema_.text_fields[fields_of(node).front()].weight > 0;
    QueryNode everywhere = node;
    if (any_field_is_ranked) everywhere.field.clear();
    return std::ranges::any_of(pages_, [&](const auto& page) {
      return std::ranges::any_of(fields_of(everywhere), [&](auto field) {
        return std::ranges::any_of(page.fields[field], [&](const auto& text) {
          return std::ranges::find(text, word) != text.end();
        });
      });
    });
  }

  [[nodiscard]] std::vector<Accepts> pattern_of(const QueryNode& node) const {
    std::vector<Accepts> pattern;
    const auto words = words_of(node.text);
    for (const auto& word : words) {
      const bool is_last = &word == &words.back();
      const bool goes_on =
          is_last && (node.kind == NodeKind::prefix || node.kind == NodeKind::typing);
      const auto of_whole = node.kind == NodeKind::prefix && is_last ? 0.8 : 1.0;
      const auto all_words = vocabulary();
      const bool is_begun = goes_on && std::ranges::any_of(all_words, [&](const auto& other) {
                              return other.starts_with(word);
                            });
      const bool forgives = (node.kind == NodeKind::word || node.kind == NodeKind::typing) &&
                            node.equivalents.empty() &&
                            schema_.text_fields[fields_of(node).front()].weight > 0 && !is_begun &&
                            !is_known(word, node);
      pattern.emplace_back([=](const std::string& other) {
        if (forgives) return nearness(word, other, goes_on);
        if (other == word) return of_whole;
        return goes_on && other.starts_with(word) ? 0.8 : 0.0;
      });
    }
    return pattern;
  }

  static bool is_leaf(const QueryNode& node) { return search::looks_for_words(node.kind); }

  /// Nothing to look for.
  static bool is_void(const QueryNode& node) {
    if (is_leaf(node)) return words_of(node.text).empty();
    return !node.children.empty() && std::ranges::all_of(node.children, is_void);
  }

  [[nodiscard]] bool has_pattern(const Page& page, const QueryNode& node) const {
    const auto pattern = pattern_of(node);
    for (const auto field : fields_of(node)) {
      for (const auto& text : page.fields[field]) {
        for (std::size_t at = 0; at + pattern.size() <= text.size(); ++at) {
          bool stands = true;
          for (std::size_t i = 0; i < pattern.size(); ++i) stands &= pattern[i](text[at + i]) > 0;
          if (stands) return true;
        }
      }
    }
    return false;
  }

  [[nodiscard]] bool holds(const Page& page, const QueryNode& node) const {
    switch (node.kind) {
      case NodeKind::everything:
        return true;
      case NodeKind::value:
        return std::ranges::any_of(page.countries, [&](const auto& country) {
          return text::fold(country) == text::fold(node.text);
        });
      case NodeKind::range:
        return page.year && (!node.low || *page.year >= *node.low) &&
               (!node.high || *page.year <= *node.high);
      case NodeKind::missing:
        if (node.field == "country") return page.countries.empty();
        return node.field == "year" ? !page.year : !page.name;
      default:
        return std::ranges::any_of(alternatives_of(node),
                                   [&](const auto& each) { return has_pattern(page, each); });
    }
  }

  /// What was typed, then its other names.
  static std::vector<QueryNode> alternatives_of(const QueryNode& node) {
    std::vector<QueryNode> alternatives{node};
    for (const auto& name : node.equivalents) {
      alternatives.push_back({.kind = NodeKind::phrase, .field = node.field, .text = name});
    }
    return alternatives;
  }

  static bool is_soft(const QueryNode& node) {
    if (is_void(node)) return false;
    return node.kind == NodeKind::most_of ||
           (node.kind != NodeKind::none_of && std::ranges::any_of(node.children, is_soft));
  }

  /// Two leaves that look for the same words in the same fields.
  [[nodiscard]] std::string sense_of(const QueryNode& node) const {
    const auto words = words_of(node.text);
    const bool goes_on = node.kind == NodeKind::prefix || node.kind == NodeKind::typing;
    std::string sense = goes_on ? std::to_string(static_cast<int>(node.kind)) : "=";
    if (node.kind == NodeKind::word && !words.empty() && !is_known(words.front(), node)) {
      sense += '~';
    }
    for (const auto& name : node.equivalents) sense += '(' + name + ')';
    for (const auto field : fields_of(node)) sense += std::to_string(field);
    for (const auto& word : words) sense += ' ' + word;
    return sense;
  }

  std::vector<bool> select(const QueryNode& node, const std::vector<bool>& context, bool may_give,
                           bool is_whole, search::Answer& answer) const {
    std::vector<const QueryNode*> parts;
    for (const auto& child : node.children) {
      if (!is_void(child)) parts.push_back(&child);
    }
    std::vector<bool> found(pages_.size());
    switch (node.kind) {
      case NodeKind::any_of:
      case NodeKind::none_of: {
        const bool is_none = node.kind == NodeKind::none_of;
        for (const auto* part : parts) {
          const auto one = select(*part, context, may_give && !is_none, false, answer);
          for (std::size_t i = 0; i < found.size(); ++i) found[i] = found[i] || one[i];
        }
        if (is_none) found.flip();
        return found;
      }
      case NodeKind::all_of: {
        found.assign(pages_.size(), true);
        auto inside = context;
        std::ranges::stable_sort(parts, {}, [](const auto* part) { return is_soft(*part); });
        for (const auto* part : parts) {
          const auto one = select(*part, inside, may_give, is_whole, answer);
          for (std::size_t i = 0; i < found.size(); ++i) {
            found[i] = found[i] && one[i];
            inside[i] = inside[i] && one[i];
          }
        }
        return found;
      }
      case NodeKind::most_of: {
        std::set<std::string> seen;
        std::vector<std::vector<bool>> sets;
        for (const auto* part : parts) {
          if (is_leaf(*part) && !seen.insert(sense_of(*part)).second) continue;
          sets.push_back(select(*part, context, may_give, false, answer));
        }
        const auto had = [&](std::size_t page) {
          return std::ranges::count_if(sets, [&](const auto& set) { return set[page]; });
        };
        std::ptrdiff_t most = 0;
        for (std::size_t i = 0; i < pages_.size(); ++i) {
          if (context[i]) most = std::max(most, had(i));
        }
        const auto all = static_cast<std::ptrdiff_t>(sets.size());
        const auto required = may_give && most > 0 ? most : all;
        if (is_whole && answer.words_asked == 0) {
          answer.words_required = static_cast<std::uint32_t>(required);
          answer.words_asked = static_cast<std::uint32_t>(all);
        }
        for (std::size_t i = 0; i < found.size(); ++i) found[i] = had(i) >= required;
        return found;
      }
      default:
        for (std::size_t i = 0; i < found.size(); ++i) found[i] = holds(pages_[i], node);
        return found;
    }
  }

  // Scores.
  void mention(const QueryNode& node) {
    if (node.kind == NodeKind::none_of) return;
    if (is_leaf(node) && !is_void(node)) wanted_.push_back(&node);
    for (const auto& child : node.children) mention(child);
  }

  [[nodiscard]] std::size_t length(const Page& page, std::size_t field) const {
    std::size_t words = 0;
    for (const auto& text : page.fields[field]) words += text.size();
    return words;
  }

  /// The saturated weight of one term in a page, in 256th; 0 where it is not.
  [[nodiscard]] double weight(const Page& page, const std::string& term,
                              const std::vector<std::size_t>& fields) const {
    double sum = 0;
    for (const auto field : fields) {
      const auto& own = schema_.text_fields[field];
      double frequency = 0, average = 0;
      for (const auto& text : page.fields[field]) {
        frequency += static_cast<double>(std::ranges::count(text, term));
      }
      for (const auto& each : averaged_) average += static_cast<double>(length(each, field));
      if (frequency == 0) continue;
      if (!averaged_.empty()) average /= static_cast<double>(averaged_.size());
      const double b = own.length_normalisation;
      const double by_name_only = own.weight == 0 ? 1.0 : own.weight;
      const double relative_length =
          average > 0 ? static_cast<double>(length(page, field)) / average : 1;
      sum += by_name_only * frequency / (1 - b + b * relative_length);
    }
    if (sum == 0) return 0;
    return std::clamp(std::ceil(256 * sum / (schema_.k1 + sum) - 0.001), 1.0, 255.0) / 256;
  }

  [[nodiscard]] std::set<std::string> vocabulary() const {
    std::set<std::string> words;
    for (const auto& page : pages_) {
      for (const auto& field : page.fields) {
        for (const auto& text : field) words.insert(text.begin(), text.end());
      }
    }
    return words;
  }

  [[nodiscard]] double score(std::size_t at) const {
    double sum = 0;
    for (const auto* leaf : wanted_) {
      if (!leaf->equivalents.empty()) {
        sum += score_of_names(at, *leaf);
        continue;
      }
      if (!has_pattern(pages_[at], *leaf)) continue;
      for (const auto& accepts : pattern_of(*leaf)) {
        const auto fields = fields_of(*leaf);
        const auto n = static_cast<double>(pages_.size());
        double best = 0, share_without = 1;
        for (const auto& word : vocabulary()) {
          if (accepts(word) == 0) continue;
          const auto holding = std::ranges::count_if(
              pages_, [&](const auto& page) { return weight(page, word, fields) > 0; });
          share_without *= 1 - static_cast<double>(holding) / n;
          best = std::max(best, accepts(word) * weight(pages_[at], word, fields));
        }
        const double document_count = std::round(n * (1 - share_without));
        const double idf = std::log(1 + (n - document_count + 0.5) / (document_count + 0.5));
        sum += idf * best;
      }
    }
    return sum;
  }

  /// The best of the names, each with the least weight of its words.
  [[nodiscard]] double score_of_names(std::size_t at, const QueryNode& leaf) const {
    const auto fields = fields_of(leaf);
    double best = 0, document_count = 0;
    for (const auto& page : pages_) document_count += holds(page, leaf) ? 1 : 0;
    for (const auto& name : alternatives_of(leaf)) {
      if (!has_pattern(pages_[at], name)) continue;
      double least = 1;
      for (const auto& word : words_of(name.text)) {
        least = std::min(least, weight(pages_[at], word, fields));
      }
      best = std::max(best, least * (name == leaf ? 1.0 : 0.8));
    }
    const auto n = static_cast<double>(pages_.size());
    return std::log(1 + (n - document_count + 0.5) / (document_count + 0.5)) * best;
  }

  // Order. The oracle's floats and these doubles may differ in the last digits, so the property
  // compares scores with a tolerance and not the order of hits by relevance.
  void order(std::vector<std::size_t>& hits, const search::Sort& sort) const {
    using Key = std::tuple<bool, std::pair<std::string, std::string>, std::int64_t>;
    const auto key = [&](std::size_t at) -> Key {
      const auto& page = pages_[at];
      const auto label_key = [](const std::string& label) {
        return std::pair(text::fold(label), label);
      };
      if (sort.column == "year") return {!page.year, {}, page.year.value_or(0)};
      if (sort.column == "name") {
        return {!page.name, {page.name ? text::fold(*page.name) : "", ""}, 0};
      }
      if (page.countries.empty()) return {true, {}, 0};
      std::pair<std::string, std::string> least = label_key(*page.countries.begin());
      for (const auto& country : page.countries) least = std::min(least, label_key(country));
      return {false, least, 0};
    };
    std::ranges::sort(hits, {}, [&](std::size_t at) { return pages_[at].id; });
    if (sort.column.empty()) {
      std::ranges::stable_sort(hits, std::greater<>(), [&](std::size_t at) { return score(at); });
      return;
    }
    std::ranges::stable_sort(hits, [&](std::size_t left, std::size_t right) {
      const auto first = key(left), second = key(right);
      if (std::get<0>(first) != std::get<0>(second)) return std::get<0>(second);
      return sort.direction == search::Direction::ascending ? first < second : second < first;
    });
  }

  const search::Schema& schema_;
  std::size_t fields_;
  std::vector<Page> pages_, averaged_;
  std::vector<bool> is_live_;
  std::vector<const QueryNode*> wanted_;
};

}  // namespace

search::Answer search_naively(const search::Schema& schema, const std::vector<Document>& documents,
                              const search::Request& request) {
  std::map<std::string, std::size_t> last;
  for (std::size_t i = 0; i < documents.size(); ++i) last[documents[i].id] = i;
  NaiveIndex index;
  for (std::size_t i = 0; i < documents.size(); ++i) {
    if (last[documents[i].id] == i) index.stored.push_back(documents[i]);
  }
  index.is_live.assign(index.stored.size(), true);
  index.averaged = index.stored;
  return search_naively(schema, index, request);
}

search::Answer search_naively(const search::Schema& schema, const NaiveIndex& index,
                              const search::Request& request) {
  return Naive(schema, index).run(request);
}

}  // namespace tributary::search_cases
