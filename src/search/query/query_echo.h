// search/query/query_echo.h
#pragma once

#include <string>

#include "search/query/query_tree.h"
#include "search/schema.h"

namespace tributary::search {

/// How a query was read, in words: `learning AND NOT draft, country is PT, start from 2015`. Words,
/// phrases and prefixes are written as the grammar has them, so that the echo of a query without
/// fields can be typed again and gives the same echo.
std::string echo_of(const QueryTree& tree, const Schema& schema);

/// Whether a node only looks at columns: it takes no part in ranking and in the soft AND.
bool is_filter(const QueryNode& node);

}  // namespace tributary::search
