#include "sql/postgresql/dialect.h"

#include <algorithm>

namespace tributary::sql {
namespace {

std::size_t end_after(std::string_view text, std::string_view mark, std::size_t from) {
  const auto found = text.find(mark, from);
  return found == std::string_view::npos ? text.size() : found + mark.size();
}

/// Where what begins at `at` ends, if it is quoted or a comment; else `at`. A doubled quotation
/// mark reads as the end of one quotation and the beginning of the next.
std::size_t end_of_quoted(std::string_view text, std::size_t at) {
  const auto rest = text.substr(at);
  if (rest.starts_with('\'') || rest.starts_with('"')) {
    return end_after(text, rest.substr(0, 1), at + 1);
  }
  if (rest.starts_with("--")) return end_after(text, "\n", at);
  if (rest.starts_with("/*")) return end_after(text, "*/", at + 2);
  return at;
}

bool is_of_word(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
}

std::string_view word_at(std::string_view text, std::size_t at) {
  const auto rest = text.substr(std::min(at, text.size()));
  return rest.substr(
      0, static_cast<std::size_t>(std::ranges::find_if_not(rest, is_of_word) - rest.begin()));
}

std::string_view type_of_postgresql(std::string_view word) {
  if (word == "INTEGER") return "BIGINT";
  if (word == "REAL") return "DOUBLE PRECISION";
  if (word == "BLOB") return "BYTEA";
  if (word == "TEXT") return "TEXT COLLATE \"C\"";
  return word;
}

}  // namespace

NumberedStatement with_numbered_parameters(std::string_view text) {
  NumberedStatement numbered;
  for (std::size_t at = 0; at < text.size();) {
    const auto end = end_of_quoted(text, at);
    if (end == at && text[at] == '?') {
      numbered.text += "$" + std::to_string(++numbered.parameters);
      ++at;
      continue;
    }
    const auto next = std::max(end, at + 1);
    numbered.text += text.substr(at, next - at);
    at = next;
  }
  return numbered;
}

std::string with_types_of_postgresql(std::string_view script) {
  constexpr std::string_view kWithout = "WITHOUT", kRowId = "ROWID";
  std::string made;
  for (std::size_t at = 0; at < script.size();) {
    const auto end = end_of_quoted(script, at);
    const auto word = end == at ? word_at(script, at) : std::string_view();
    if (word == kWithout && word_at(script, at + kWithout.size() + 1) == kRowId) {
      at += kWithout.size() + 1 + kRowId.size();
    } else if (!word.empty()) {
      made += type_of_postgresql(word);
      at += word.size();
    } else {
      const auto next = std::max(end, at + 1);
      made += script.substr(at, next - at);
      at = next;
    }
  }
  return made;
}

}  // namespace tributary::sql
