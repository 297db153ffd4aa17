// search/query/spelled_words.h
#pragma once

#include <string_view>
#include <vector>

#include "search/query/query_parser.h"

namespace tributary::search {

/// Where the words of a query stand whose spelling a person may have missed, ascending: not what is
/// quoted, belongs to a field, ends with a star or joins others (AND, OR, NOT). REQUIRES: valid
/// UTF-8.
std::vector<ByteRange> spelled_words(std::string_view typed);

}  // namespace tributary::search
