// http/json/search_json.h
#pragma once

#include <boost/json/value.hpp>

#include "app/portal.h"

namespace tributary::http {

/// GET /api/v1/projects, the schema SearchAnswer.
boost::json::object search_json(const app::SearchQuery& query, const app::SearchResponse& response,
                                std::uint64_t generation);

}  // namespace tributary::http
