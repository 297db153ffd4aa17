// http/json/network_json.h
#pragma once

#include <boost/json/value.hpp>

#include "app/network/find_network.h"

namespace tributary::http {

/// "degree" and the like.
std::string_view name_of(app::NetworkOrder by);

/// GET /api/v1/network, the schema Network.
boost::json::object network_json(const app::NetworkQuery& query, const app::NetworkAnswer& answer);

/// GET /api/v1/network/path, the schema NetworkPath.
boost::json::object network_path_json(const app::NetworkPathQuery& query,
                                      const app::NetworkPathAnswer& answer);

}  // namespace tributary::http
