// http/framework_numbers.h
#pragma once

#include "ecosystem/framework/version_number.h"
#include "http/request.h"
#include "http/response.h"

namespace tributary::http {

/// A number that cannot be read is one that no version has: 404 naming the parameter.
inline Outcome<ecosystem::VersionNumber> framework_number(std::string_view text,
                                                          const std::string& parameter) {
  const auto number = ecosystem::parse_version_number(text);
  if (number) return *number;
  return std::unexpected(
      Problem(404, "There is no version of the framework with this number.", parameter));
}

/// The placeholder `number` of the route.
inline Outcome<ecosystem::VersionNumber> framework_number_in_path(const Request& request) {
  return framework_number(request.path_parameter("number"), "number");
}

}  // namespace tributary::http
