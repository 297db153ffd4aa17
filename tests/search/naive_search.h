// tests/search/naive_search.h
#pragma once

#include <vector>

#include "search/document.h"
#include "search/request.h"
#include "search/schema.h"

namespace tributary::search_cases {

/// An index as its history has left it. What is no more still counts in document frequencies until
/// segments are merged, and lengths are compared with the mean of the last full build
/// (docs/decisions/0012-segments.md).
struct NaiveIndex {
  std::vector<search::Document> stored;
  std::vector<bool> is_live;               ///< by place in `stored`
  std::vector<search::Document> averaged;  ///< what the last full build held
};

search::Answer search_naively(const search::Schema& schema, const NaiveIndex& index,
                              const search::Request& request);

/// Answers a request by looking at every document itself: no index, no lists, no sets. Scores
/// follow the formulas in double; cursors are not made. For corpora of property_schema()'s kind:
/// words between blanks, not stemmed.
search::Answer search_naively(const search::Schema& schema,
                              const std::vector<search::Document>& documents,
                              const search::Request& request);

}  // namespace tributary::search_cases
