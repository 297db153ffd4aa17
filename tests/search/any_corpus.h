// tests/search/any_corpus.h
//
// Random documents and requests over a small vocabulary, so that words, labels and numbers meet.
#pragma once

#include <rapidcheck.h>

#include <vector>

#include "search/document.h"
#include "search/request.h"
#include "search/schema.h"

namespace tributary::search_cases {

/// Three text fields (one of them outside the ranking), labels, an integer and a sort column. No
/// stemming: what analysis does is tested where it lives.
search::Schema property_schema();

/// Up to 40 documents; some ids come twice.
rc::Gen<std::vector<search::Document>> any_corpus();

/// Words, phrases, prefixes, values, ranges and all their combinations, some levels deep, with
/// selections, facets, sort and limit.
rc::Gen<search::Request> any_request();

}  // namespace tributary::search_cases
