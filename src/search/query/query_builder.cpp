#include "search/query/query_builder.h"

#include <algorithm>
#include <iterator>

#include "search/query/query_echo.h"

namespace tributary::search {
namespace {

QueryNode list_of(NodeKind kind, std::vector<QueryNode> parts) {
  std::vector<QueryNode> flat;
  for (auto& part : parts) {
    if (part.kind == kind) {
      std::ranges::move(part.children, std::back_inserter(flat));
    } else {
      flat.push_back(std::move(part));
    }
  }
  if (flat.size() == 1) return std::move(flat.front());
  QueryNode list;
  list.kind = kind;
  list.children = std::move(flat);
  return list;
}

}  // namespace

QueryNode side_by_side(std::vector<QueryNode> parts) {
  std::vector<QueryNode> words, rest;
  for (auto& part : parts) {
    const bool is_hard = is_filter(part) || part.kind == NodeKind::none_of;
    (is_hard ? rest : words).push_back(std::move(part));
  }
  if (!words.empty()) rest.insert(rest.begin(), list_of(NodeKind::most_of, std::move(words)));
  return joined_by_and(std::move(rest));
}

QueryNode joined_by_and(std::vector<QueryNode> parts) {
  auto all = list_of(NodeKind::all_of, std::move(parts));
  if (all.kind != NodeKind::all_of) return all;
  // The order of the echo: words, what is not wanted, filters.
  std::ranges::stable_sort(all.children, {}, [](const QueryNode& part) {
    return is_filter(part) ? 2 : part.kind == NodeKind::none_of ? 1 : 0;
  });
  return all;
}

QueryNode joined_by_or(std::vector<QueryNode> parts) {
  if (parts.size() == 1) return std::move(parts.front());
  for (auto& part : parts) {
    if (part.kind != NodeKind::none_of) continue;
    QueryNode all;
    all.kind = NodeKind::all_of;
    all.children.push_back(std::move(part));
    part = std::move(all);
  }
  return list_of(NodeKind::any_of, std::move(parts));
}

QueryNode negated(QueryNode part) {
  if (part.kind == NodeKind::none_of && part.children.size() == 1) {
    auto wanted = std::move(part.children.front());
    return wanted;
  }
  QueryNode none;
  none.kind = NodeKind::none_of;
  none.children.push_back(std::move(part));
  return none;
}

}  // namespace tributary::search
