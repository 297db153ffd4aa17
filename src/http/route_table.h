// http/route_table.h
//
// The routes of a site as a table: method, pattern, function.
//
//   constexpr auto kRoutes = std::to_array<SiteRoute<FrameworkSite>>({
//       {Method::post, "/api/v1/framework/versions", draft_version}, …});
//   add_routes(router, FrameworkSite{desk, identity}, kRoutes);
#pragma once

#include <string>
#include <string_view>

#include "http/router.h"

namespace tributary::http {

/// `Site` is what its functions work with: desks and the like, by reference.
template <class Site>
struct SiteRoute {
  Method method;
  std::string_view pattern;
  Outcome<Response> (*answer)(const Site&, const Request&);
  Execution execution = Execution::on_worker;
};

template <class Site>
void add_routes(Router& router, const Site& site, const auto& table) {
  for (const SiteRoute<Site>& route : table) {
    router.add({.method = route.method,
                .pattern = std::string(route.pattern),
                .handler = [answer = route.answer,
                            site](const Request& request) { return answer(site, request); },
                .execution = route.execution});
  }
}

}  // namespace tributary::http
