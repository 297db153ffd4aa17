#include "http/router.h"

#include <exception>

#include "base/log.h"
#include "http/query_string.h"

namespace tributary::http {

namespace {

/// Takes the next segment off `path`, which begins with '/'.
std::string_view take_segment(std::string_view& path) {
  path.remove_prefix(1);
  const auto slash = path.find('/');
  const auto segment = path.substr(0, slash);
  path.remove_prefix(segment.size());
  return segment;
}

bool is_placeholder(std::string_view segment) { return segment.starts_with('{'); }

bool matches(std::string_view pattern, std::string_view path) {
  while (!pattern.empty() && !path.empty()) {
    const auto expected = take_segment(pattern);
    const auto found = take_segment(path);
    if (is_placeholder(expected) ? found.empty() : expected != found) return false;
  }
  return pattern.empty() && path.empty();
}

Outcome<std::vector<Parameter>> placeholders(std::string_view pattern, std::string_view path) {
  std::vector<Parameter> values;
  while (!pattern.empty()) {
    const auto expected = take_segment(pattern);
    const auto found = take_segment(path);
    if (!is_placeholder(expected)) continue;
    const auto name = expected.substr(1, expected.size() - 2);
    auto value = TRY(percent_decode(found, PlusSign::is_plus, name));
    values.push_back({std::string(name), std::move(value)});
  }
  return values;
}

bool serves(const Route& route, Method method) {
  return route.method == method || (route.method == Method::get && method == Method::head);
}

/// "GET, HEAD, OPTIONS", or nothing where no route has this path.
std::string allowed_methods(const std::vector<Route>& routes, std::string_view path) {
  std::string allowed;
  for (const auto& route : routes) {
    if (!matches(route.pattern, path)) continue;
    allowed += std::string(name_of(route.method)) + ", ";
    if (route.method == Method::get) allowed += "HEAD, ";
  }
  return allowed.empty() ? allowed : allowed + "OPTIONS";
}

}  // namespace

void Router::add(Route route) { routes_.push_back(std::move(route)); }

const Route* Router::find(const Request& request) const {
  for (const auto& route : routes_) {
    if (serves(route, request.method) && matches(route.pattern, request.path)) return &route;
  }
  return nullptr;
}

Outcome<std::vector<Parameter>> Router::placeholders_of(const Request& request) const {
  return placeholders(find(request)->pattern, request.path);
}

Outcome<Response> Router::dispatch(Request& request) const {
  request.query = TRY(parse_query_string(request.raw_query));
  if (const auto* const route = find(request)) {
    request.path_parameters = TRY(placeholders(route->pattern, request.path));
    return route->handler(request);
  }
  const auto allowed = allowed_methods(routes_, request.path);
  if (!allowed.empty() && request.method == Method::options) {
    return Response{.status = 204, .headers = {{"Allow", allowed}}};
  }
  if (!allowed.empty()) {
    Problem problem(405, "This address answers " + allowed + ".");
    problem.headers.push_back({"Allow", allowed});
    return std::unexpected(std::move(problem));
  }
  const bool is_read = request.method == Method::get || request.method == Method::head;
  if (fallback_ && is_read && !request.path.starts_with("/api/")) return fallback_(request);
  return std::unexpected(Problem(404, "There is nothing at this address."));
}

Response Router::answer(Request& request) const {
  try {
    auto outcome = dispatch(request);
    return outcome ? *std::move(outcome) : problem_response(outcome.error());
  } catch (const std::exception& exception) {
    log::error(std::string("http: a handler failed: ") + exception.what());
    return problem_response(
        Problem(500, "Something in this installation failed; its log says what."));
  }
}

}  // namespace tributary::http
