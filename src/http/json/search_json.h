// http/json/search_json.h
#pragma once

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <vector>

#include "app/portal.h"

namespace tributary::http {

/// What of a query was not read as its grammar has it: where, in bytes, and why.
boost::json::array misreadings_json(const std::vector<search::Misreading>& misreadings);

/// The schema Facet.
boost::json::object facet_json(const app::FacetResult& facet);

/// GET /api/v1/projects, the schema SearchAnswer.
boost::json::object search_json(const app::SearchQuery& query, const app::SearchResponse& response,
                                std::uint64_t generation);

}  // namespace tributary::http
