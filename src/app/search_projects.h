// app/search_projects.h
//
// The life of a query between the edges and the engine: read what was typed, ask the index, fetch
// the projects found, mark what matched.
#pragma once

#include "app/portal.h"
#include "base/date.h"
#include "base/result.h"
#include "search/index.h"
#include "store/catalogue_store.h"

namespace tributary::app {

/// What was typed, as the index is asked.
struct IndexQuestion {
  search::ParsedQuery parsed;  ///< its tree without other names of what the query names
  std::vector<search::AlsoSearched> also_searched;
  search::Request request;
};

/// Errors: as Portal::search().
Result<IndexQuestion> read_question(const SearchQuery& query, const search::Snapshot& snapshot,
                                    const text::Synonyms& synonyms, Date today);

/// Where other names find nothing, it is asked without them, and the question tells so.
Result<search::Answer> ask(IndexQuestion& question, const search::Snapshot& snapshot);

/// Errors: as Portal::search(). The caller fills in what is not the search's: `demonstration`.
Result<SearchResponse> search_projects(const SearchQuery& query, const search::Snapshot& snapshot,
                                       const text::Synonyms& synonyms, store::CatalogueStore& store,
                                       Date today);

}  // namespace tributary::app
