// search/query/query_parser.h
//
// Turns what a person typed into a query tree, and tells the person how it was read.
//
//   auto parsed = parse_query("\"work based\" learning country:PT start:2015..2017", schema);
//   parsed->echo   →  "work based" AND learning, country is PT, start from 2015 to 2017
//
// The grammar is in docs/query-grammar.md. Pure functions; safe to call from any thread.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "search/query/query_tree.h"
#include "search/schema.h"

namespace tributary::search {

/// Bytes [begin, end) of the text as typed.
struct ByteRange {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool operator==(const ByteRange&) const = default;
};

/// Something in the text that could not be read as meant and was searched as plain words instead.
struct Misreading {
  ByteRange where;
  std::string reason;  ///< a sentence for people, e.g. "the quotation mark is never closed"
  bool operator==(const Misreading&) const = default;
};

struct ParsedQuery {
  QueryTree tree;
  std::string echo;                     ///< the reading in words
  std::vector<Misreading> misreadings;  ///< empty when everything was understood
};

/// Parses `text` against the fields of `schema`. Never fails on odd input: what has no reading
/// becomes words and a Misreading. Errors: `too_long` over 2,000 bytes, `too_deep` over 32 nested
/// parentheses, `not_utf8` with the byte offset. Linear in the length of `text`.
Result<ParsedQuery> parse_query(std::string_view text, const Schema& schema);

}  // namespace tributary::search
