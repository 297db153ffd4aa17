#include "app/project_status.h"

#include <algorithm>
#include <string_view>

#include "catalogue/project.h"

namespace tributary::app {
namespace {

using search::NodeKind;
using search::QueryNode;
using search::RangeFilter;

QueryNode range_node(const RangeFilter& filter) {
  QueryNode range{
      .kind = NodeKind::range, .field = filter.column, .low = filter.low, .high = filter.high};
  if (!filter.unknown) return range;
  QueryNode missing{.kind = NodeKind::missing, .field = filter.column};
  return {.kind = NodeKind::any_of, .children = {std::move(range), std::move(missing)}};
}

/// "Not started", "not-started" and "not_started" are the same status.
bool names_status(std::string_view typed, std::string_view status) {
  return std::ranges::equal(typed, status, [](char left, char right) {
    if (left == ' ' || left == '-') left = '_';
    if (left >= 'A' && left <= 'Z') left = static_cast<char>(left - 'A' + 'a');
    return left == right;
  });
}

}  // namespace

std::vector<search::FacetBucket> status_buckets(Date today) {
  const std::int64_t now = today.days_since_epoch();
  const RangeFilter not_over{.column = "end", .low = now, .unknown = true};
  return {
      {"not_started", {{.column = "start", .low = now + 1}, not_over}},
      {"ongoing", {{.column = "start", .high = now}, {.column = "end", .low = now}}},
      {"finished", {{.column = "end", .high = now - 1}}},
      // One of the dates is missing, and the other does not tell.
      {"unknown",
       {{.column = "start", .high = now, .unknown = true},
        not_over,
        {.column = "dates_known", .low = 0, .high = 1}}},
  };
}

void rewrite_status(QueryNode& node, Date today) {
  for (auto& child : node.children) rewrite_status(child, today);
  const bool asks_missing = node.kind == NodeKind::missing && node.field == "status";
  if (!asks_missing && (node.kind != NodeKind::value || node.field != "status")) return;

  const std::string_view typed = asks_missing ? "unknown" : std::string_view(node.text);
  for (const auto& bucket : status_buckets(today)) {
    if (!names_status(typed, bucket.label)) continue;
    QueryNode all{.kind = NodeKind::all_of};
    for (const auto& range : bucket.ranges) all.children.push_back(range_node(range));
    node = std::move(all);
    return;
  }
}

}  // namespace tributary::app
