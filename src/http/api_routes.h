// http/api_routes.h
#pragma once

#include <string>

#include "app/accounts/people.h"
#include "http/routes.h"

namespace tributary::http {

/// All of /api/, the feeds and the addresses for machines: what openapi.json describes. REQUIRES:
/// all outlive the router.
void add_api_routes(Router& router, app::Portal& portal, app::Ecosystem& ecosystem,
                    app::People& people, const Identity& identity, Metrics& metrics,
                    const std::string& public_url);

}  // namespace tributary::http
