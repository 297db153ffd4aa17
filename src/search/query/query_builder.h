// search/query/query_builder.h
//
// Puts parts of a query together so that the tree keeps to the rules of query_tree.h whatever was
// typed: lists of one are what they hold, lists in lists of the same kind are one, NOT stands below
// AND.
#pragma once

#include <string>
#include <vector>

#include "search/query/query_tree.h"

namespace tributary::search {

/// Parts that merely stand beside each other: words become a soft AND; NOT and filters, which
/// nobody wants to lose, an AND around it.
QueryNode side_by_side(std::vector<QueryNode> parts);

/// REQUIRES: at least one part.
QueryNode joined_by_and(std::vector<QueryNode> parts);
QueryNode joined_by_or(std::vector<QueryNode> parts);

QueryNode negated(QueryNode part);

}  // namespace tributary::search
