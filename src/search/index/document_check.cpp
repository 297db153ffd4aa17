#include "search/index/document_check.h"

#include <fmt/format.h>

#include <vector>

namespace tributary::search {

Result<> check(const Document& document, const Schema& schema) {
  const auto no_place = [&](std::string_view what, std::size_t place) {
    return fail(ErrorCode::invalid_argument, "the schema has no such place",
                place_name(document, what, place));
  };
  if (document.id.empty()) return fail(ErrorCode::invalid_argument, "a document has no id");
  for (const auto& text : document.texts) {
    if (text.field >= schema.text_fields.size()) return no_place("text field", text.field);
  }
  std::vector<bool> has_text(schema.columns.size());
  for (const auto& label : document.labels) {
    if (label.column >= schema.columns.size()) return no_place("column", label.column);
    const auto kind = schema.columns[label.column].kind;
    if (kind == ColumnKind::integer) {
      return fail(ErrorCode::invalid_argument, "the column holds integers",
                  place_name(document, "column", label.column));
    }
    if (kind == ColumnKind::text && has_text[label.column]) {
      return fail(ErrorCode::invalid_argument, "a text column holds one value",
                  place_name(document, "column", label.column));
    }
    has_text[label.column] = true;
  }
  for (const auto& integer : document.integers) {
    if (integer.column >= schema.columns.size()) return no_place("column", integer.column);
    if (schema.columns[integer.column].kind != ColumnKind::integer) {
      return fail(ErrorCode::invalid_argument, "the column holds no integers",
                  place_name(document, "column", integer.column));
    }
  }
  return {};
}

std::string place_name(const Document& document, std::string_view what, std::size_t place) {
  return fmt::format("document {}, {} {}", document.id, what, place);
}

}  // namespace tributary::search
