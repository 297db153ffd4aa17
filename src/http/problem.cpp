#include "http/problem.h"

#include <boost/json.hpp>

#include "base/log.h"
#include "http/response.h"

namespace tributary::http {

namespace {

int status_of(ErrorCode code) {
  switch (code) {
    case ErrorCode::invalid_argument:
    case ErrorCode::too_long:
    case ErrorCode::too_deep:
    case ErrorCode::not_utf8:
      return 400;
    case ErrorCode::not_found:
      return 404;
    case ErrorCode::conflict:
      return 409;
    case ErrorCode::not_signed_in:
      return 401;
    case ErrorCode::not_permitted:
      return 403;
    case ErrorCode::throttled:
      return 429;
    case ErrorCode::unmet:
      return 422;
    case ErrorCode::timed_out:
    case ErrorCode::cancelled:
      return 503;
    case ErrorCode::unrecognised:
    case ErrorCode::corrupt:
    case ErrorCode::unsupported:
    case ErrorCode::io:
    case ErrorCode::database:
    case ErrorCode::internal:
      return 500;
  }
  return 500;
}

}  // namespace

Problem::Problem(const Error& error) : status(status_of(error.code)) {
  if (status == 500) {
    log::error("http: " + error.text());
    detail = "Something in this installation failed; its log says what.";
  } else {
    detail = error.message;
    refusal = error.refusal;
  }
  if (status == 401) headers.push_back({"WWW-Authenticate", "Bearer"});
  if (status == 429) headers.push_back({"Retry-After", "900"});
  if (status == 503) headers.push_back({"Retry-After", "1"});
}

std::string_view reason_phrase(int status) {
  switch (status) {
    case 200:
      return "OK";
    case 201:
      return "Created";
    case 202:
      return "Accepted";
    case 204:
      return "No Content";
    case 301:
      return "Moved Permanently";
    case 303:
      return "See Other";
    case 304:
      return "Not Modified";
    case 308:
      return "Permanent Redirect";
    case 400:
      return "Bad Request";
    case 401:
      return "Unauthorized";
    case 403:
      return "Forbidden";
    case 404:
      return "Not Found";
    case 405:
      return "Method Not Allowed";
    case 409:
      return "Conflict";
    case 413:
      return "Content Too Large";
    case 414:
      return "URI Too Long";
    case 415:
      return "Unsupported Media Type";
    case 422:
      return "Unprocessable Content";
    case 429:
      return "Too Many Requests";
    case 431:
      return "Request Header Fields Too Large";
    case 500:
      return "Internal Server Error";
    case 501:
      return "Not Implemented";
    case 503:
      return "Service Unavailable";
    case 505:
      return "HTTP Version Not Supported";
    default:
      return "Unknown";
  }
}

boost::json::object refusal_json(const Refusal& refusal) {
  boost::json::object parts;
  for (const auto& part : refusal.parts) {
    parts[part.name] = boost::json::array(part.words.begin(), part.words.end());
  }
  return {{"code", refusal.code}, {"parts", std::move(parts)}};
}

std::string problem_json(const Problem& problem) {
  boost::json::object document{
      {"type", "about:blank"},
      {"title", reason_phrase(problem.status)},
      {"status", problem.status},
      {"detail", problem.detail},
  };
  if (!problem.parameter.empty()) document["parameter"] = problem.parameter;
  if (problem.begin) document["begin"] = *problem.begin;
  if (problem.end) document["end"] = *problem.end;
  if (problem.refusal) document["reason"] = refusal_json(*problem.refusal);
  return boost::json::serialize(document);
}

Response problem_response(const Problem& problem) {
  auto response = text_response("application/problem+json", problem_json(problem));
  response.status = problem.status;
  response.cache_control = kNeverCached;
  response.headers = problem.headers;
  return response;
}

}  // namespace tributary::http
