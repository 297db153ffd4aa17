// Whatever is typed: no crash, a bounded tree, misreadings that lie inside the text, an echo of
// text.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "search/query/query_parser.h"
#include "text/utf8.h"

namespace {

using tributary::search::QueryNode;
using tributary::search::Schema;

Schema make_schema() {
  using namespace tributary::search;
  Schema schema;
  schema.text_fields = {{.name = "title"}, {.name = "text"}};
  schema.columns = {
      {.name = "country"},
      {.name = "start", .kind = ColumnKind::integer, .meaning = IntegerMeaning::date},
      {.name = "budget", .kind = ColumnKind::integer, .meaning = IntegerMeaning::money_cents},
      {.name = "partners", .kind = ColumnKind::integer},
      {.name = "name", .kind = ColumnKind::text}};
  schema.aliases = {{.alias = "in", .name = "country"}};
  return schema;
}

int levels(const QueryNode& node) {
  int deepest = 0;
  for (const auto& child : node.children) deepest = std::max(deepest, levels(child));
  return deepest + 1;
}

bool has_empty_list(const QueryNode& node) {
  using tributary::search::NodeKind;
  const bool is_list = node.kind == NodeKind::all_of || node.kind == NodeKind::any_of ||
                       node.kind == NodeKind::most_of || node.kind == NodeKind::none_of;
  if (is_list && node.children.empty()) return true;
  for (const auto& child : node.children) {
    if (has_empty_list(child)) return true;
  }
  return false;
}

void require(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Schema schema = make_schema();
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto parsed = tributary::search::parse_query(text, schema);
  if (!parsed) return 0;
  require(levels(parsed->tree.root) <= 200);
  require(!has_empty_list(parsed->tree.root));
  require(tributary::text::is_utf8(parsed->echo));
  require(!parsed->echo.empty());
  for (const auto& misreading : parsed->misreadings) {
    require(misreading.where.begin <= misreading.where.end);
    require(misreading.where.end <= text.size());
    require(!misreading.reason.empty() && tributary::text::is_utf8(misreading.reason));
  }
  return 0;
}
