#include "http/framework_numbers.h"
#include "http/json/framework_json.h"
#include "http/json/serialize.h"
#include "http/parameters.h"
#include "http/routes.h"

namespace tributary::http {

namespace {

template <class T>
Outcome<T> or_not_found(Result<T> found, const std::string& parameter) {
  if (found) return *std::move(found);
  Problem problem(found.error());
  if (problem.status == 404) {
    problem = {404, "There is no version of the framework with this number.", parameter};
  }
  return std::unexpected(std::move(problem));
}

Outcome<Response> versions(app::FrameworkDesk& desk, const Request& request) {
  TRY(Parameters(request).refuse_others());
  return text_response("application/json", serialize(versions_json(TRY(desk.versions()))));
}

Outcome<Response> version(app::FrameworkDesk& desk, const Request& request) {
  TRY(Parameters(request).refuse_others());
  const auto number = TRY(framework_number_in_path(request));
  const auto view = TRY(or_not_found(desk.view(number), "number"));
  return text_response("application/json", serialize(version_json(view)));
}

Outcome<Response> changes(app::FrameworkDesk& desk, const Request& request) {
  Parameters parameters(request);
  const auto since = TRY(parameters.text("since"));
  TRY(parameters.refuse_others());
  const auto newer = TRY(framework_number_in_path(request));
  const auto view = TRY(or_not_found(desk.view(newer), "number"));
  if (since.empty() && !view.based_on) {
    return std::unexpected(
        Problem(400, "This version is based on no other; say with which to compare it.", "since"));
  }
  const auto older = since.empty() ? *view.based_on : TRY(framework_number(since, "since"));
  const auto difference = TRY(or_not_found(desk.difference(older, newer), "since"));
  return text_response("application/json", serialize(difference_json(difference)));
}

}  // namespace

void add_framework_routes(Router& router, app::FrameworkDesk& desk) {
  router.add({.pattern = "/api/v1/framework/versions",
              .handler = [&desk](const Request& request) { return versions(desk, request); }});
  router.add({.pattern = "/api/v1/framework/versions/{number}",
              .handler = [&desk](const Request& request) { return version(desk, request); }});
  router.add({.pattern = "/api/v1/framework/versions/{number}/changes",
              .handler = [&desk](const Request& request) { return changes(desk, request); }});
}

}  // namespace tributary::http
