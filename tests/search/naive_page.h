// tests/search/naive_page.h
//
// What the naive twin of the engine knows of a document, and how it filters and counts: by looking
// at each.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "search/document.h"
#include "search/request.h"

namespace tributary::search_cases {

/// The words between blanks; a "!" alone is none.
std::vector<std::string> words_of(const std::string& text);

/// A document as a person would read it.
struct Page {
  std::string id;
  std::vector<std::vector<std::vector<std::string>>> fields;  ///< field, text, word
  std::set<std::string> countries;
  std::optional<std::int64_t> year;
  std::optional<std::string> name;
};

/// REQUIRES: the columns of property_schema().
Page page_of(const search::Document& document, std::size_t fields);

/// Whether all selections of `request` allow it, that of the facet `but_for` aside.
bool is_selected(const Page& page, const search::Request& request, const std::string* but_for);

search::Facet count_facet(const search::FacetRequest& request,
                          const std::vector<const Page*>& pages);

}  // namespace tributary::search_cases
