#include <boost/json.hpp>

#include "http/routes.h"

namespace tributary::http {

namespace {

Response state(int status, const boost::json::object& document) {
  auto response = text_response("application/json", boost::json::serialize(document));
  response.status = status;
  response.cache_control = kNeverCached;
  return response;
}

Outcome<Response> readiness(app::Portal& portal) {
  const auto summary = portal.summary();
  if (!summary) {
    Problem problem(503, "The catalogue cannot be read yet.");
    problem.headers.push_back({"Retry-After", "5"});
    return std::unexpected(std::move(problem));
  }
  return state(
      200,
      {{"status", "ready"}, {"projects", summary->projects}, {"generation", summary->generation}});
}

Response exposition(app::Portal& portal, Metrics& metrics) {
  if (const auto summary = portal.summary()) metrics.set_projects(summary->projects);
  auto response = text_response("text/plain; version=0.0.4; charset=utf-8", metrics.text());
  response.cache_control = kNeverCached;
  return response;
}

}  // namespace

void add_health_routes(Router& router, app::Portal& portal, Metrics& metrics) {
  router.add({.pattern = "/healthz",
              .handler = [](const Request&) -> Outcome<Response> {
                return state(200, {{"status", "alive"}});
              },
              .execution = Execution::immediately});
  router.add(
      {.pattern = "/readyz", .handler = [&portal](const Request&) { return readiness(portal); }});
  router.add(
      {.pattern = "/metrics", .handler = [&portal, &metrics](const Request&) -> Outcome<Response> {
         return exposition(portal, metrics);
       }});
}

}  // namespace tributary::http
