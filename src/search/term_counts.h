// search/term_counts.h
//
// In how many of the found documents each term stands, value by value of a column: what can be
// compared over years, say. As plain data.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "search/request.h"

namespace tributary::search {

struct TermCountsQuery {
  Request found;       ///< whose query, selections and time limit count
  std::string column;  ///< of integers; each value from `first` to `last` is a bin
  std::int64_t first = 0;
  std::int64_t last = 0;               ///< at most 200 bins
  std::uint32_t fewest_documents = 1;  ///< in all bins together, for a term to be told

  /// Left out are words that say nothing of a document: those that stand in more than a fifth of
  /// the documents of any one value of this labels column (a language), where that has at least
  /// 200. Empty: none are left out for that.
  std::string groups;
  /// Likewise names: terms half of whose documents have them in one of these text fields, which
  /// have lists of their own.
  std::vector<std::string> name_fields;
};

struct CountedTerm {
  std::string term;                   ///< as in the index: a stem
  std::vector<std::uint32_t> counts;  ///< by bin
};

struct TermCounts {
  std::vector<std::uint64_t> documents;  ///< by bin
  /// By bin: how many of the terms told below the documents have, all together. How much they say:
  /// words that stand in every text anyway would hide that texts get longer.
  std::vector<std::uint64_t> occurrences;
  std::vector<CountedTerm> terms;  ///< by term
};

}  // namespace tributary::search
