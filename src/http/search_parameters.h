// http/search_parameters.h
#pragma once

#include "app/portal.h"
#include "http/parameters.h"
#include "http/request.h"
#include "http/response.h"

namespace tributary::http {

/// The search that the query string of `/api/v1/projects` and of the search page asks for. Problems
/// name the parameter.
Outcome<app::SearchQuery> search_query(const Request& request);

/// The choices of `filter[country]=PT` and the like.
Outcome<std::vector<app::FacetChoice>> filter_parameters(const Request& request,
                                                         Parameters& parameters);

/// The problem of a search that the application refused: its context tells the parameter.
Problem search_problem(const Error& error);

}  // namespace tributary::http
