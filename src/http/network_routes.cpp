#include <fmt/format.h>

#include <array>
#include <chrono>

#include "app/network/find_network.h"
#include "app/network/network_export.h"
#include "http/json/json_response.h"
#include "http/json/network_json.h"
#include "http/route_table.h"
#include "http/routes.h"
#include "http/search_parameters.h"

namespace tributary::http {

namespace {

/// The first who asks for the network of a large catalogue waits for all its measures.
constexpr std::chrono::seconds kNetworkTimeLimit{30};
constexpr std::uint64_t kMostJoint = 1'000;
/// Answers are kept in memory while they leave.
constexpr std::size_t kMostExportBytes = std::size_t{64} << 20U;

struct NetworkSite {
  app::Portal& portal;
};

network::Deadline network_deadline() {
  return std::chrono::steady_clock::now() + kNetworkTimeLimit;
}

/// Who names no one is told which parameter did.
Problem network_problem(const Error& error) {
  const auto& field = error.context;
  for (const std::string_view own : {"around", "from", "to", "joint", "limit", "table"}) {
    if (field != own) continue;
    Problem problem(error);
    problem.parameter = own;
    return problem;
  }
  return search_problem(error);
}

Outcome<app::NetworkScope> scope_of(const Request& request, Parameters& parameters) {
  app::NetworkScope scope;
  scope.text = TRY(parameters.text("q"));
  scope.filters = TRY(filter_parameters(request, parameters));
  scope.around = TRY(parameters.text("around"));
  scope.fewest_projects = static_cast<std::uint32_t>(
      TRY(parameters.number("joint", {.lowest = 1, .highest = kMostJoint, .otherwise = 1})));
  return scope;
}

Outcome<Response> network_of(const NetworkSite& site, const Request& request) {
  Parameters parameters(request);
  app::NetworkQuery query;
  query.scope = TRY(scope_of(request, parameters));
  const auto by = TRY(parameters.choice("by", {"degree", "betweenness", "core", "projects"}));
  for (const auto order : {app::NetworkOrder::degree, app::NetworkOrder::betweenness,
                           app::NetworkOrder::core, app::NetworkOrder::projects}) {
    if (by == name_of(order)) query.by = order;
  }
  query.limit = static_cast<std::uint32_t>(
      TRY(parameters.number("limit", {.lowest = 1, .highest = 200, .otherwise = 50})));
  TRY(parameters.refuse_others());
  query.deadline = network_deadline();
  const auto answer = site.portal.network(query);
  if (!answer) return std::unexpected(network_problem(answer.error()));
  return text_response("application/json", serialize(network_json(query, *answer)));
}

Outcome<Response> path_between(const NetworkSite& site, const Request& request) {
  Parameters parameters(request);
  app::NetworkPathQuery query;
  query.scope.text = TRY(parameters.text("q"));
  query.scope.filters = TRY(filter_parameters(request, parameters));
  query.from = TRY(parameters.text("from"));
  query.to = TRY(parameters.text("to"));
  TRY(parameters.refuse_others());
  for (const auto& [name, value] : {std::pair{"from", &query.from}, std::pair{"to", &query.to}}) {
    if (!value->empty()) continue;
    return std::unexpected(Problem(400, "Name the organisation by its id or address.", name));
  }
  query.deadline = network_deadline();
  const auto answer = site.portal.network_path(query);
  if (!answer) return std::unexpected(network_problem(answer.error()));
  return text_response("application/json", serialize(network_path_json(query, *answer)));
}

/// All of a network as a file to keep.
Outcome<Response> file_of(const NetworkSite& site, const app::NetworkScope& scope,
                          app::NetworkFormat format, std::string content_type,
                          std::string_view file_name) {
  std::string text;
  const auto written = site.portal.export_network(
      scope, format, network_deadline(), [&](std::string_view piece) -> Result<> {
        if (text.size() + piece.size() > kMostExportBytes) {
          return fail(ErrorCode::too_long,
                      "this file would have more than 64 MiB; ask for a smaller part, for stable "
                      "ties (joint=2), or use the command line, which has no such limit");
        }
        text += piece;
        return {};
      });
  if (!written) return std::unexpected(network_problem(written.error()));
  auto response = text_response(std::move(content_type), std::move(text));
  response.headers.push_back(
      {"Content-Disposition", fmt::format("attachment; filename=\"{}\"", file_name)});
  return response;
}

Outcome<Response> graphml(const NetworkSite& site, const Request& request) {
  Parameters parameters(request);
  const auto scope = TRY(scope_of(request, parameters));
  TRY(parameters.refuse_others());
  return file_of(site, scope, app::NetworkFormat::graphml, "application/xml", "network.graphml");
}

Outcome<Response> csv(const NetworkSite& site, const Request& request) {
  Parameters parameters(request);
  const auto scope = TRY(scope_of(request, parameters));
  const auto table = TRY(parameters.choice("table", {"ties", "organisations"}));
  TRY(parameters.refuse_others());
  const auto format =
      table == "ties" ? app::NetworkFormat::ties_csv : app::NetworkFormat::organisations_csv;
  return file_of(site, scope, format, "text/csv; charset=utf-8",
                 fmt::format("network-{}.csv", table));
}

/// A measure takes seconds of one who waits for it: workers are for what is quick.
constexpr auto kNetworkRoutes = std::to_array<SiteRoute<NetworkSite>>({
    {Method::get, "/api/v1/network", network_of, Execution::waiting},
    {Method::get, "/api/v1/network/path", path_between},
    {Method::get, "/api/v1/network.graphml", graphml, Execution::waiting},
    {Method::get, "/api/v1/network.csv", csv, Execution::waiting},
});

}  // namespace

void add_network_routes(Router& router, app::Portal& portal) {
  add_routes(router, NetworkSite{portal}, kNetworkRoutes);
}

}  // namespace tributary::http
