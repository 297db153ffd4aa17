// search/query/query_synonyms.h
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "search/query/query_tree.h"
#include "text/synonyms.h"

namespace tributary::search {

/// A name in a query, and what was searched beside it.
struct AlsoSearched {
  std::string typed;
  std::vector<std::string> names;  ///< folded, in the order of the table
  std::string country;             ///< its ISO 3166 code, where it names one
  bool operator==(const AlsoSearched&) const = default;
};

/// Gives the words of `tree` that name a country, a programme or a term of the trade its other
/// names (QueryNode::equivalents). A name of several words that merely stand beside each other
/// becomes one part of the query, found by all of its words anywhere or by any other name; in
/// quotation marks, one by itself. Words of a field have no other names: `title:VET` is exact.
/// A country is also found by its code in the labels column `country_column`; empty: there is none.
std::vector<AlsoSearched> add_equivalents(QueryTree& tree, const text::Synonyms& synonyms,
                                          std::string_view country_column);

}  // namespace tributary::search
