// http/application_places.h
#pragma once

#include "app/ecosystem/application_desk.h"
#include "http/request.h"
#include "http/response.h"

namespace tributary::http {

/// The placeholder `code` of the route. A code that cannot be read is one where nothing is applied:
/// 404.
inline Outcome<ecosystem::Jurisdiction> jurisdiction_in_path(const Request& request) {
  const auto jurisdiction = ecosystem::parse_jurisdiction(request.path_parameter("code"));
  if (jurisdiction) return *jurisdiction;
  return std::unexpected(Problem(404, "There is no state or region with this code.", "code"));
}

}  // namespace tributary::http
