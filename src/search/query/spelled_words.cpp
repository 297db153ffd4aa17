#include "search/query/spelled_words.h"

#include "search/query/query_lexer.h"
#include "text/words.h"

namespace tributary::search {
namespace {

bool is_sign(std::string_view word) { return word == "AND" || word == "OR" || word == "NOT"; }

}  // namespace

std::vector<ByteRange> spelled_words(std::string_view typed) {
  std::vector<ByteRange> words;
  bool belongs_to_field = false;
  int field_parentheses = 0;
  for (const auto& lexeme : cut_query(typed).list) {
    const bool is_value = belongs_to_field || field_parentheses > 0;
    if (lexeme.kind == LexemeKind::open && is_value) ++field_parentheses;
    if (lexeme.kind == LexemeKind::close && is_value) --field_parentheses;
    const bool names_field =
        lexeme.kind == LexemeKind::word && lexeme.text.find(':') != std::string_view::npos;
    belongs_to_field = names_field && lexeme.text.ends_with(':');
    if (lexeme.kind != LexemeKind::word || is_value || names_field || is_sign(lexeme.text) ||
        lexeme.text.ends_with('*')) {
      continue;
    }
    for (text::WordScanner scanner(lexeme.text); scanner.next();) {
      words.push_back({lexeme.where.begin + scanner.begin(), lexeme.where.begin + scanner.end()});
    }
  }
  return words;
}

}  // namespace tributary::search
