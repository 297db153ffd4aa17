// http/problem.h
//
// What went wrong, for the person or program that asked: RFC 9457, application/problem+json.
//
//   {"type":"about:blank","title":"Bad Request","status":400,
//    "detail":"limit must be a whole number from 1 to 100","parameter":"limit"}
#pragma once

#include <boost/json/object.hpp>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "http/request.h"

namespace tributary::http {

struct Problem {
  int status = 500;
  std::string detail;     ///< a sentence for people; valid UTF-8
  std::string parameter;  ///< which parameter of the path or query is at fault; empty: none
  std::optional<std::size_t> begin;  ///< bytes [begin, end) of that parameter as decoded, or …
  std::optional<std::size_t> end;    ///< … as sent where it could not be decoded
  std::shared_ptr<const Refusal> refusal = {};  ///< why, for pages in other languages; or null
  std::vector<Header> headers = {};  ///< that the answer must carry, e.g. Allow, Retry-After

  Problem() = default;
  Problem(int http_status, std::string sentence, std::string parameter_name = {})
      : status(http_status), detail(std::move(sentence)), parameter(std::move(parameter_name)) {}

  /// Converts what the layers below report. Causes inside the installation (disk, database) are
  /// logged, not shown.
  Problem(const Error& error);  // NOLINT(google-explicit-constructor): so that TRY passes it on
};

/// The document. `type` is always about:blank, so `title` is the reason phrase of the status.
std::string problem_json(const Problem& problem);

/// RefusalReason of openapi.json.
boost::json::object refusal_json(const Refusal& refusal);

/// "Not Found" for 404; of the statuses that this server uses.
std::string_view reason_phrase(int status);

}  // namespace tributary::http
