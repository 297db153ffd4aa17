// tests/search/answer_properties.h
//
// What holds of any answer, whatever the index went through. Fails the RapidCheck property at hand.
#pragma once

#include <string>
#include <vector>

#include "search/index.h"

namespace tributary::search_cases {

/// Names, values, counts and order.
void assert_same_facets(const search::Answer& answer, const search::Answer& expected);

/// Ids and, to the bit, scores, in order.
void assert_same_hits(const search::Answer& answer, const search::Answer& expected);

/// The hits of `request` are explained, and all parts add up to the score that they have.
void assert_explained(const search::Snapshot& snapshot, const search::Request& request);

/// Ids of the hits of `request` and of all pages after it.
std::vector<std::string> ids_of_all_pages(const search::Snapshot& snapshot,
                                          search::Request request);

}  // namespace tributary::search_cases
