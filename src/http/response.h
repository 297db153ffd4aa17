// http/response.h
//
// An answer as the handlers give it. What every answer carries alike (validators, compression,
// security headers) is added by delivery.h.
#pragma once

#include <expected>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "http/problem.h"
#include "http/request.h"

namespace tributary::http {

/// The Cache-Control of answers that hold for this moment only.
inline constexpr std::string_view kNeverCached = "no-store";

/// Who may show an answer within a page of theirs.
enum class Framing : std::uint8_t {
  by_nobody,
  by_anybody,  ///< only for pages without scripts and forms
};

struct Response {
  int status = 200;
  std::string content_type = {};
  /// "no-cache" lets a client keep the answer and ask with its ETag whether it still holds.
  std::string cache_control = "no-cache";
  std::vector<Header> headers = {};
  std::shared_ptr<const std::string> body = nullptr;  ///< null: none
  std::string entity_tag = {};  ///< with quotes; empty: computed from the body where one is wanted
  Framing framing = Framing::by_nobody;
  bool omit_body = false;  ///< answers HEAD: headers as for GET, nothing after them

  [[nodiscard]] std::size_t body_size_bytes() const { return body ? body->size() : 0; }
};

/// What a handler returns. An Error of the layers below converts to the Problem that tells of it.
template <class T>
using Outcome = std::expected<T, Problem>;

inline Response text_response(std::string content_type, std::string body) {
  return {.content_type = std::move(content_type),
          .body = std::make_shared<const std::string>(std::move(body))};
}

inline Response redirect(int status, std::string location) {
  return {.status = status, .headers = {{"Location", std::move(location)}}};
}

/// The answer that tells of `problem`: application/problem+json, never cached.
Response problem_response(const Problem& problem);

}  // namespace tributary::http
