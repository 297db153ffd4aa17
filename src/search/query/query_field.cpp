#include "search/query/query_field.h"

#include <fmt/format.h>

#include <algorithm>

#include "search/query/integer_range.h"
#include "search/query/query_builder.h"
#include "text/words.h"

namespace tributary::search {
namespace {

constexpr std::string_view kUnknown = "unknown";
constexpr std::string_view kDistanceField = "near";

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

std::string lower(std::string_view text) {
  std::string result(text);
  std::ranges::transform(result, result.begin(), [](char c) { return lower(c); });
  return result;
}

bool is_letter(char c) { return lower(c) >= 'a' && lower(c) <= 'z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_field_name(std::string_view text) {
  return !text.empty() && is_letter(text.front()) &&
         std::ranges::all_of(text, [](char c) { return is_letter(c) || is_digit(c) || c == '_'; });
}

/// `text` from its first word to its last, without the punctuation around them.
std::string_view from_first_word_to_last(std::string_view text) {
  text::WordScanner scanner(text);
  if (!scanner.next()) return {};
  const auto begin = scanner.begin();
  auto end = scanner.end();
  while (scanner.next()) end = scanner.end();
  return text.substr(begin, end - begin);
}

QueryNode leaf_of(NodeKind kind, std::string_view field, std::string_view text) {
  QueryNode node;
  node.kind = kind;
  node.field = field;
  node.text = text;
  return node;
}

std::string_view name_of(const TextField* field) {
  return field == nullptr ? std::string_view() : std::string_view(field->name);
}

}  // namespace

FieldReader::Field FieldReader::find(std::string_view name) const {
  const auto alias = std::ranges::find(schema_.aliases, name, &FieldAlias::alias);
  if (alias != schema_.aliases.end()) name = alias->name;
  const auto field = std::ranges::find(schema_.text_fields, name, &TextField::name);
  if (field != schema_.text_fields.end()) return {.text = &*field, .column = nullptr};
  const auto column = std::ranges::find(schema_.columns, name, &Column::name);
  const bool is_searchable = column != schema_.columns.end() && column->kind != ColumnKind::text;
  return {.text = nullptr, .column = is_searchable ? &*column : nullptr};
}

std::optional<FieldReader::Named> FieldReader::split(std::string_view word) const {
  const auto colon = word.find(':');
  if (colon == std::string_view::npos || !is_field_name(word.substr(0, colon))) return std::nullopt;
  const auto name = lower(word.substr(0, colon));
  Named named{.field = find(name), .value = word.substr(colon + 1)};
  named.is_distance = !named.is_known() && name == kDistanceField;
  if (named.is_known() || named.is_distance) return named;
  if (named.value.empty() || named.value.starts_with("//")) return std::nullopt;
  return named;
}

FieldReader::Leaf FieldReader::word(std::string_view text, ByteRange where, Field field) {
  if (field.column != nullptr) return value(field, text, where);
  return text_leaf(text, where, field.text);
}

FieldReader::Leaf FieldReader::text_leaf(std::string_view text, ByteRange where,
                                         const TextField* field) {
  const bool is_everything = text == "*" && field == nullptr;
  if (is_everything) return QueryNode{};
  const auto core = from_first_word_to_last(text);
  if (core.empty()) return std::nullopt;
  const auto after = text.substr(static_cast<std::size_t>(core.data() - text.data()) + core.size());
  const auto star = text.find('*');
  const bool is_prefix = after.starts_with('*');
  if (star < text.size() - after.size()) {
    misread(where, "a star stands for the rest of a word only at its end");
  }
  return leaf_of(is_prefix ? NodeKind::prefix : NodeKind::word, search::name_of(field), core);
}

FieldReader::Leaf FieldReader::quotation(const Lexeme& lexeme, Field field) {
  if (field.column != nullptr) {
    const auto& column = *field.column;
    if (column.kind == ColumnKind::integer) return range(column, lexeme.text, lexeme.where);
    if (lexeme.text.find_first_not_of(' ') != std::string_view::npos) {
      return leaf_of(NodeKind::value, column.name, lexeme.text);
    }
  }
  const auto core = from_first_word_to_last(lexeme.text);
  if (!core.empty()) return leaf_of(NodeKind::phrase, search::name_of(field.text), core);
  misread(lexeme.where, "there is no word between the quotation marks");
  return std::nullopt;
}

FieldReader::Leaf FieldReader::value(Field field, std::string_view text, ByteRange where) {
  if (field.column == nullptr) return text_leaf(text, where, field.text);
  // A comma after a value belongs to the sentence.
  while (text.ends_with(',') || text.ends_with(';')) text.remove_suffix(1);
  const auto& column = *field.column;
  if (lower(text) == kUnknown) return leaf_of(NodeKind::missing, column.name, {});
  if (column.kind == ColumnKind::integer) return range(column, text, where);
  if (text.ends_with('*')) {
    misread(where, fmt::format("“{}” takes whole values, no star", column.name));
    return words(text);
  }
  return leaf_of(NodeKind::value, column.name, text);
}

FieldReader::Leaf FieldReader::unknown_field(const Lexeme& lexeme) {
  const auto name = lexeme.text.substr(0, lexeme.text.find(':'));
  misread(lexeme.where, fmt::format("there is no field “{}”; searched as words", name));
  return words(lexeme.text);
}

FieldReader::Leaf FieldReader::range(const Column& column, std::string_view text, ByteRange where) {
  const auto read = read_integer_range(text, column.meaning);
  if (!read) {
    misread(where, read.error());
    return words(text);
  }
  if (read->was_backwards) misread(where, "the range ran backwards; its ends were exchanged");
  auto node = leaf_of(NodeKind::range, column.name, {});
  node.low = read->low;
  node.high = read->high;
  return node;
}

FieldReader::Leaf FieldReader::words(std::string_view text) {
  std::vector<QueryNode> parts;
  for (text::WordScanner scanner(text); scanner.next();) {
    const auto word = text.substr(scanner.begin(), scanner.end() - scanner.begin());
    parts.push_back(leaf_of(NodeKind::word, {}, word));
  }
  if (parts.empty()) return std::nullopt;
  return side_by_side(std::move(parts));
}

bool FieldReader::is_comparison(std::string_view text) {
  return text == ">" || text == ">=" || text == "<" || text == "<=" || text == "=";
}

std::size_t FieldReader::distance_length(std::span<const Lexeme> lexemes) {
  if (lexemes.empty() || lexemes[0].kind != LexemeKind::word) return 0;
  const auto text = lexemes[0].text;
  const auto unit_at = text.find_first_not_of("0123456789.");
  if (unit_at == 0) return 0;
  const auto is_unit = [](std::string_view unit) { return lower(unit) == "km"; };
  if (unit_at != std::string_view::npos) return is_unit(text.substr(unit_at)) ? 1 : 0;
  const bool unit_follows =
      lexemes.size() > 1 && lexemes[1].kind == LexemeKind::word && is_unit(lexemes[1].text);
  return unit_follows ? 2 : 0;
}

}  // namespace tributary::search
