#include "cli/api_operation.h"

#include <fmt/format.h>

#include <algorithm>
#include <boost/json/parse.hpp>
#include <map>

#include "http/openapi_document.h"
#include "http/query_string.h"

namespace tributary::cli {
namespace {

namespace json = boost::json;

std::string upper_case(std::string_view text) {
  std::string upper(text);
  std::ranges::transform(upper, upper.begin(), [](char letter) {
    return letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 'a' + 'A') : letter;
  });
  return upper;
}

ApiOperation operation_of(std::string_view path, std::string_view method,
                          const json::object& described) {
  ApiOperation operation{.name = std::string(described.at("operationId").as_string()),
                         .path = std::string(path),
                         .summary = std::string(described.at("summary").as_string()),
                         .method = http::method_from(upper_case(method)),
                         .has_body = described.contains("requestBody")};
  const auto* const parameters = described.if_contains("parameters");
  if (parameters == nullptr) return operation;
  for (const auto& parameter : parameters->as_array()) {
    const auto& place = parameter.at("in").as_string();
    std::string name(parameter.at("name").as_string());
    if (place == "path")
      operation.path_parameters.push_back(std::move(name));
    else if (place == "query")
      operation.query_parameters.push_back(std::move(name));
  }
  return operation;
}

/// How many letters two names share at their beginning, whatever their case.
std::size_t common_beginning(std::string_view left, std::string_view right) {
  const auto same = [](char a, char b) {
    return http::equal_ignoring_case(std::string_view(&a, 1), std::string_view(&b, 1));
  };
  return static_cast<std::size_t>(std::ranges::mismatch(left, right, same).in1 - left.begin());
}

std::unexpected<Error> missing(const ApiOperation& operation, const std::string& parameter) {
  return fail(ErrorCode::invalid_argument,
              fmt::format("{} needs {}=…, of {}", operation.name, parameter, operation.path),
              parameter);
}

}  // namespace

std::vector<ApiOperation> api_operations() {
  const auto document = json::parse(http::openapi_document());
  std::vector<ApiOperation> operations;
  for (const auto& [path, methods] : document.at("paths").as_object()) {
    for (const auto& [method, described] : methods.as_object()) {
      operations.push_back(operation_of(path, method, described.as_object()));
    }
  }
  return operations;
}

Result<ApiOperation> operation_named(std::string_view name) {
  const auto operations = api_operations();
  const auto found = std::ranges::find(operations, name, &ApiOperation::name);
  if (found != operations.end()) return *found;
  const auto nearest = std::ranges::max_element(
      operations, {}, [&](const ApiOperation& one) { return common_beginning(one.name, name); });
  constexpr std::size_t kFewestLetters = 3;
  const auto guess = common_beginning(nearest->name, name) < kFewestLetters
                         ? std::string()
                         : fmt::format("; the nearest is {}", nearest->name);
  return fail(ErrorCode::invalid_argument,
              fmt::format("there is no such operation{}; `tributary call --list` shows all", guess),
              name.empty() ? "OPERATION" : std::string(name));
}

Result<http::Request> request_for(const ApiOperation& operation,
                                  const std::vector<std::string>& values) {
  std::map<std::string, std::string> in_path;
  http::Request request{.method = operation.method};
  for (const auto& given : values) {
    const auto equals = given.find('=');
    if (equals == std::string::npos || equals == 0) {
      return fail(ErrorCode::invalid_argument, "a parameter is written name=value", given);
    }
    const auto name = given.substr(0, equals), value = given.substr(equals + 1);
    if (std::ranges::count(operation.path_parameters, name) > 0) {
      if (value.empty()) return missing(operation, name);
      if (!in_path.emplace(name, value).second) {
        return fail(ErrorCode::invalid_argument, "it is given twice", name);
      }
      continue;
    }
    if (!request.raw_query.empty()) request.raw_query += '&';
    request.raw_query += http::percent_encode(name) + '=' + http::percent_encode(value);
  }
  request.path = operation.path;
  for (const auto& name : operation.path_parameters) {
    const auto value = in_path.find(name);
    if (value == in_path.end()) return missing(operation, name);
    const auto placeholder = '{' + name + '}';
    request.path.replace(request.path.find(placeholder), placeholder.size(),
                         http::percent_encode(value->second));
  }
  return request;
}

}  // namespace tributary::cli
