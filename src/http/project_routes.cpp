#include <chrono>

#include "http/json/project_json.h"
#include "http/json/search_json.h"
#include "http/json/serialize.h"
#include "http/json/similar_json.h"
#include "http/parameters.h"
#include "http/routes.h"
#include "http/search_parameters.h"

namespace tributary::http {

namespace {

/// Far above what any search should take; well below the patience of proxies, and of those who wait
/// for a worker meanwhile.
constexpr std::chrono::seconds kSearchTimeLimit{5};
constexpr std::uint64_t kMostSimilar = 50;
constexpr std::uint64_t kDefaultSimilar = 10;

Outcome<Response> search(app::Portal& portal, const Request& request) {
  auto query = TRY(search_query(request));
  query.deadline = std::chrono::steady_clock::now() + kSearchTimeLimit;
  const auto response = portal.search(query);
  if (!response) return std::unexpected(search_problem(response.error()));
  const auto summary = TRY(portal.summary());
  return text_response("application/json",
                       serialize(search_json(query, *response, summary.generation)));
}

Problem project_problem(const Error& error) {
  Problem problem(error);
  if (problem.status == 404) return {404, "There is no project with this id.", "id"};
  return problem;
}

Outcome<Response> similar(app::Portal& portal, const Request& request) {
  Parameters parameters(request);
  const auto limit = TRY(parameters.number(
      "limit", {.lowest = 1, .highest = kMostSimilar, .otherwise = kDefaultSimilar}));
  TRY(parameters.refuse_others());
  const auto found =
      portal.similar(request.path_parameter("id"), static_cast<std::uint32_t>(limit));
  if (!found) return std::unexpected(project_problem(found.error()));
  return text_response("application/json", serialize(similar_json(*found)));
}

Outcome<Response> project(app::Portal& portal, const Request& request) {
  TRY(Parameters(request).refuse_others());
  const auto found = portal.project(request.path_parameter("id"));
  if (!found) return std::unexpected(project_problem(found.error()));
  return text_response("application/json", serialize(project_json(*found, portal.clock().today())));
}

}  // namespace

void add_project_routes(Router& router, app::Portal& portal) {
  router.add({.pattern = "/api/v1/projects",
              .handler = [&portal](const Request& request) { return search(portal, request); }});
  router.add({.pattern = "/api/v1/projects/{id}",
              .handler = [&portal](const Request& request) { return project(portal, request); }});
  router.add({.pattern = "/api/v1/projects/{id}/similar",
              .handler = [&portal](const Request& request) { return similar(portal, request); }});
}

}  // namespace tributary::http
