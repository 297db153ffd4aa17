// http/json/similar_json.h
#pragma once

#include <boost/json/object.hpp>

#include "app/portal.h"

namespace tributary::http {

/// GET /api/v1/projects/{id}/similar, the schema SimilarProjects.
boost::json::object similar_json(const app::SimilarResponse& response);

}  // namespace tributary::http
