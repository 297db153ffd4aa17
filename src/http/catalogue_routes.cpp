#include <algorithm>
#include <charconv>
#include <limits>

#include "http/json/catalogue_json.h"
#include "http/json/serialize.h"
#include "http/parameters.h"
#include "http/routes.h"

namespace tributary::http {

namespace {

Outcome<Response> coverage(app::Portal& portal, const Request& request) {
  TRY(Parameters(request).refuse_others());
  const auto rows = TRY(portal.coverage());
  return text_response("application/json", serialize(coverage_json(rows, portal.clock().today())));
}

Outcome<Response> imports(app::Portal& portal, const Request& request) {
  TRY(Parameters(request).refuse_others());
  return text_response("application/json", serialize(imports_json(TRY(portal.import_runs()))));
}

Outcome<store::RunId> find_run(app::Portal& portal, const std::string& digits) {
  store::RunId id;
  const auto* const last = digits.data() + digits.size();
  const auto [end, failure] = std::from_chars(digits.data(), last, id.value);
  const bool is_number = failure == std::errc() && end == last;
  const auto runs = TRY(portal.import_runs());
  if (is_number && std::ranges::find(runs, id, &store::ImportRun::id) != runs.end()) return id;
  return std::unexpected(Problem(404, "There is no import run with this number.", "run"));
}

Outcome<Response> rejects(app::Portal& portal, const Request& request) {
  Parameters parameters(request);
  const auto offset = TRY(parameters.number(
      "offset", {.highest = std::numeric_limits<std::int64_t>::max(), .otherwise = 0}));
  const auto limit =
      TRY(parameters.number("limit", {.lowest = 1, .highest = 1000, .otherwise = 100}));
  TRY(parameters.refuse_others());
  const auto run = TRY(find_run(portal, request.path_parameter("run")));
  const auto found = TRY(portal.rejects(run, offset, limit));
  return text_response("application/json", serialize(rejects_json(found)));
}

}  // namespace

void add_catalogue_routes(Router& router, app::Portal& portal) {
  router.add({.pattern = "/api/v1/coverage",
              .handler = [&portal](const Request& request) { return coverage(portal, request); }});
  router.add({.pattern = "/api/v1/imports",
              .handler = [&portal](const Request& request) { return imports(portal, request); }});
  router.add({.pattern = "/api/v1/imports/{run}/rejects",
              .handler = [&portal](const Request& request) { return rejects(portal, request); }});
}

}  // namespace tributary::http
