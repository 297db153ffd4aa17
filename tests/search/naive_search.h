// tests/search/naive_search.h
#pragma once

#include <vector>

#include "search/document.h"
#include "search/request.h"
#include "search/schema.h"

namespace tributary::search_cases {

/// Answers a request by looking at every document itself: no index, no lists, no sets. Scores
/// follow the formulas in double; cursors are not made. For corpora of property_schema()'s kind:
/// words between blanks, not stemmed.
search::Answer search_naively(const search::Schema& schema,
                              const std::vector<search::Document>& documents,
                              const search::Request& request);

}  // namespace tributary::search_cases
