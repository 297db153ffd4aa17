// search/query/query_synonyms.h
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "search/other_names.h"
#include "search/query/query_tree.h"
#include "text/synonyms.h"

namespace tributary::search {

/// A name in a query, and what was searched beside it.
struct AlsoSearched {
  std::string typed;
  std::vector<std::string> names;  ///< folded; of a table in its order, then what was learnt
  std::string country;             ///< its ISO 3166 code, where it names one
  bool operator==(const AlsoSearched&) const = default;
};

/// Where other names come from.
struct NameSources {
  const text::Synonyms& synonyms;
  std::function<std::vector<OtherNames>(std::string_view text)> learnt;  ///< Snapshot::other_names
  std::string_view country_column;  ///< labels, by the codes of countries; empty: there is none
};

/// Gives the words of `tree` that name a country, a programme, a term of the trade, or what the
/// collection has other names or spellings for, these names (QueryNode::equivalents). A name of
/// several words that merely stand beside each other becomes one part of the query, found by all of
/// its words anywhere or by any other name; in quotation marks, one by itself. The longest name
/// that begins at a word is taken. A country is also found by its code in the column for that.
/// Words that are not quoted are found in compounds, too (QueryNode::has_compounds). Words of a
/// field are as they stand: `title:VET` is exact.
std::vector<AlsoSearched> add_equivalents(QueryTree& tree, const NameSources& sources);

}  // namespace tributary::search
