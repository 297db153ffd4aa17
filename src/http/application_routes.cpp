#include "http/application_places.h"
#include "http/framework_numbers.h"
#include "http/json/application_json.h"
#include "http/json/serialize.h"
#include "http/parameters.h"
#include "http/routes.h"

namespace tributary::http {

namespace {

namespace eco = ecosystem;

Outcome<std::optional<eco::VersionNumber>> version_parameter(const Request& request) {
  Parameters parameters(request);
  const auto text = TRY(parameters.text("version"));
  TRY(parameters.refuse_others());
  if (text.empty()) return std::nullopt;
  return TRY(framework_number(text, "version"));
}

Outcome<Response> list_applications(app::ApplicationDesk& desk, const Request& request) {
  const auto version = TRY(version_parameter(request));
  const auto overview = desk.overview(version);
  if (!overview && overview.error().code == ErrorCode::not_found) {
    return std::unexpected(
        Problem(404, "There is no version of the framework with this number.", "version"));
  }
  return text_response("application/json", serialize(overview_json(TRY(overview))));
}

Outcome<Response> show_application(app::ApplicationDesk& desk, const Request& request) {
  const auto jurisdiction = TRY(jurisdiction_in_path(request));
  const auto version = TRY(version_parameter(request));
  const auto view = desk.view(jurisdiction, version);
  if (!view && view.error().code == ErrorCode::not_found) {
    return std::unexpected(
        Problem(404, "The framework is not applied there, or not in this version.", "code"));
  }
  return text_response("application/json", serialize(application_json(TRY(view))));
}

}  // namespace

void add_application_routes(Router& router, app::ApplicationDesk& desk) {
  router.add({.pattern = "/api/v1/applications", .handler = [&desk](const Request& request) {
                return list_applications(desk, request);
              }});
  router.add({.pattern = "/api/v1/applications/{code}", .handler = [&desk](const Request& request) {
                return show_application(desk, request);
              }});
}

}  // namespace tributary::http
