// http/request.h
//
// A request as the handlers see it: plain data, no sockets. The transport fills what came over the
// wire, the router adds what it decoded.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/spill_file.h"

namespace tributary::http {

enum class Method : std::uint8_t { get, head, post, put, patch, remove, options, other };

/// The method that `name` spells ("GET", case-sensitive as in RFC 9110), or `other`.
Method method_from(std::string_view name);

/// "GET", …; "OTHER" for `other`.
std::string_view name_of(Method method);

struct Header {
  std::string name;
  std::string value;
};

/// A decoded parameter of the path or of the query string: valid UTF-8 without NUL.
struct Parameter {
  std::string name;
  std::string value;
};

struct Request {
  Method method = Method::get;
  std::string path = "/";  ///< as sent, percent-encoding and all
  std::string raw_query;   ///< as sent, without the question mark
  std::vector<Header> headers;
  std::string body;
  std::shared_ptr<const SpillFile> upload;  ///< in the place of the body, where a route takes one
  std::string remote_address;  ///< of who sent it, an IP address; a proxy's where there is one

  std::vector<Parameter> path_parameters;  ///< set by the router
  std::vector<Parameter> query;            ///< set by the router, in the order sent

  /// The first header of this name, whatever its case; empty where there is none.
  [[nodiscard]] std::string_view header(std::string_view name) const;

  /// A placeholder of the matched route. REQUIRES: the route's pattern has it.
  [[nodiscard]] const std::string& path_parameter(std::string_view name) const;
};

/// Splits a request target in origin form ("/path?query") or absolute form ("http://host/path").
/// False where it has neither form.
bool set_target(Request& request, std::string_view target);

/// ASCII case-insensitive equality, as header names and tokens compare.
bool equal_ignoring_case(std::string_view left, std::string_view right);

}  // namespace tributary::http
