#include "search/query/query_echo.h"

#include <fmt/format.h>

#include <algorithm>

#include "search/query/integer_range.h"

namespace tributary::search {
namespace {

class Echo {
 public:
  explicit Echo(const Schema& schema) : schema_(schema) {}

  /// Words joined by AND, then the filters after commas.
  [[nodiscard]] std::string whole(const QueryNode& node) const {
    if (node.kind != NodeKind::all_of) return part(node, Inside::nothing);
    std::string words, filters;
    for (const auto& child : node.children) {
      const auto text = part(child, Inside::conjunction);
      auto& to = is_filter(child) ? filters : words;
      to += (to.empty() ? "" : is_filter(child) ? ", " : " AND ") + text;
    }
    return words + (words.empty() || filters.empty() ? "" : ", ") + filters;
  }

 private:
  enum class Inside { nothing, conjunction, disjunction, negation };

  [[nodiscard]] std::string part(const QueryNode& node, Inside inside) const {
    switch (node.kind) {
      case NodeKind::everything:
        return "everything";
      case NodeKind::word:
        return in_field(node, plain(node.text));
      case NodeKind::phrase:
        return in_field(node, '"' + node.text + '"');
      case NodeKind::prefix:
        return in_field(node, node.text + '*');
      case NodeKind::typing:
        return in_field(node, node.text + "…");
      case NodeKind::value:
        return fmt::format("{} is {}", label_of(node.field), node.text);
      case NodeKind::missing:
        return label_of(node.field) + " is unknown";
      case NodeKind::range:
        return label_of(node.field) + ' ' +
               describe_range(node.low, node.high, meaning_of(node.field));
      case NodeKind::none_of:
        return without(node);
      case NodeKind::any_of:
        return joined(node, " OR ", inside, Inside::disjunction);
      case NodeKind::all_of:
      case NodeKind::most_of:
        return joined(node, " AND ", inside, Inside::conjunction);
    }
    return {};
  }

  [[nodiscard]] std::string joined(const QueryNode& node, std::string_view sign, Inside inside,
                                   Inside own) const {
    if (node.children.size() == 1) return part(node.children.front(), inside);
    std::string text;
    for (const auto& child : node.children) {
      if (!text.empty()) text += sign;
      text += part(child, own);
    }
    return inside == Inside::nothing || inside == own ? text : '(' + text + ')';
  }

  [[nodiscard]] std::string without(const QueryNode& node) const {
    if (node.children.size() != 1) return "NOT (" + joined_children(node) + ')';
    const auto& child = node.children.front();
    if (child.kind == NodeKind::value) {
      return fmt::format("{} is not {}", label_of(child.field), child.text);
    }
    if (child.kind == NodeKind::missing) return label_of(child.field) + " is known";
    return "NOT " + part(child, Inside::negation);
  }

  [[nodiscard]] std::string joined_children(const QueryNode& node) const {
    std::string text;
    for (const auto& child : node.children) {
      text += (text.empty() ? "" : " OR ") + part(child, Inside::disjunction);
    }
    return text;
  }

  [[nodiscard]] std::string in_field(const QueryNode& node, const std::string& text) const {
    return node.field.empty() ? text : label_of(node.field) + " has " + text;
  }

  /// An operator that was searched as a word must not look like one.
  static std::string plain(const std::string& word) {
    if (word == "AND") return "and";
    if (word == "OR") return "or";
    if (word == "NOT") return "not";
    return word;
  }

  [[nodiscard]] std::string label_of(const std::string& name) const {
    const auto label = [&](const auto& list) {
      const auto found = std::ranges::find(list, name, [](const auto& each) { return each.name; });
      return found != list.end() ? found->label : std::string();
    };
    auto text = label(schema_.text_fields);
    if (text.empty()) text = label(schema_.columns);
    return text.empty() ? name : text;
  }

  [[nodiscard]] IntegerMeaning meaning_of(const std::string& name) const {
    const auto found = std::ranges::find(schema_.columns, name, &Column::name);
    return found != schema_.columns.end() ? found->meaning : IntegerMeaning::number;
  }

  const Schema& schema_;
};

}  // namespace

std::string echo_of(const QueryTree& tree, const Schema& schema) {
  return Echo(schema).whole(tree.root);
}

bool is_filter(const QueryNode& node) {
  switch (node.kind) {
    case NodeKind::value:
    case NodeKind::range:
    case NodeKind::missing:
      return true;
    case NodeKind::all_of:
    case NodeKind::any_of:
    case NodeKind::most_of:
    case NodeKind::none_of:
      return std::ranges::all_of(node.children, is_filter);
    default:
      return false;
  }
}

}  // namespace tributary::search
