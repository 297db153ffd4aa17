#include <boost/json.hpp>

#include "http/json/serialize.h"
#include "http/parameters.h"
#include "http/routes.h"

namespace tributary::http {

namespace json = boost::json;

namespace {

Outcome<Response> completions(app::Portal& portal, const Request& request) {
  Parameters parameters(request);
  const auto typed = TRY(parameters.text("q"));
  const auto limit = TRY(parameters.number("limit", {.lowest = 1, .highest = 20, .otherwise = 5}));
  TRY(parameters.refuse_others());
  json::array found;
  for (const auto& each : TRY(portal.completions(typed, limit))) {
    found.push_back({{"kind", each.kind},
                     {"text", each.text},
                     {"query", each.query},
                     {"project", each.project.empty() ? json::value() : json::value(each.project)},
                     {"projects", each.projects}});
  }
  return text_response("application/json", serialize({{"completions", std::move(found)}}));
}

}  // namespace

void add_completion_routes(Router& router, app::Portal& portal) {
  router.add({.pattern = "/api/v1/completions", .handler = [&portal](const Request& request) {
                return completions(portal, request);
              }});
}

}  // namespace tributary::http
