// cli/api_operation.h
//
// An operation of the API by the name that openapi.json gives it, and the request that calls it.
//
//   const auto operation = TRY(operation_named("supportInnovation"));   // POST
//   /api/v1/innovations/{id}/support const auto request = TRY(request_for(operation, {"id=7"}));
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "http/request.h"

namespace tributary::cli {

struct ApiOperation {
  std::string name, path, summary;
  http::Method method = http::Method::get;
  std::vector<std::string> path_parameters;   ///< all have to be given
  std::vector<std::string> query_parameters;  ///< some names are patterns: "filter[{facet}]"
  bool has_body = false;
};

/// In the order of the document.
std::vector<ApiOperation> api_operations();

/// Errors: `invalid_argument` naming what it may have been.
Result<ApiOperation> operation_named(std::string_view name);

/// `values` are written name=value: parameters of the path, each once, and of the query. Errors:
/// `invalid_argument` naming one that is missing or has no reading. Which ones of the query there
/// are, and what they may be, is the API's to say.
Result<http::Request> request_for(const ApiOperation& operation,
                                  const std::vector<std::string>& values);

}  // namespace tributary::cli
