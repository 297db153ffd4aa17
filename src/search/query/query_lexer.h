// search/query/query_lexer.h
//
// Cuts a query into words, quotations and parentheses.
//
//   title:"work based" -draft   →   word `title:` · quoted `work based` · word `-draft`
#pragma once

#include <string_view>
#include <vector>

#include "search/query/query_parser.h"

namespace tributary::search {

enum class LexemeKind : std::uint8_t { word, quoted, open, close };

struct Lexeme {
  LexemeKind kind = LexemeKind::word;
  std::string_view text;  ///< of a quotation: what stands between the marks
  ByteRange where;        ///< with the marks
  bool is_glued = false;  ///< nothing stands between it and the lexeme before
};

struct Lexemes {
  std::vector<Lexeme> list;
  std::vector<Misreading> misreadings;  ///< a quotation that is never closed
};

/// Blanks of all kinds separate; any quotation mark opens and any closes, so that “typographic” and
/// «national» ones work. `text` is valid UTF-8 and outlives the result.
Lexemes cut_query(std::string_view text);

}  // namespace tributary::search
