// http/json_body.h
//
// Reads the JSON object that a request carries and refuses what a route does not know.
//
//   auto body = TRY(JsonBody::read(request));
//   const auto mail = TRY(body.text("mail"));
//   TRY(body.refuse_others());
#pragma once

#include <boost/json/object.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "http/parameters.h"
#include "http/request.h"
#include "http/response.h"

namespace tributary::http {

/// Every problem is a 400 that names the field, but for a body of another type: 415.
class JsonBody {
 public:
  static Outcome<JsonBody> read(const Request& request);

  /// A text that has to be there; it may be empty.
  Outcome<std::string> text(std::string_view name);
  Outcome<std::string> text(std::string_view name, std::string_view otherwise);
  /// A whole number within `range`.
  Outcome<std::uint64_t> number(std::string_view name, const NumberRange& range);

  /// The first field that nobody asked for is a problem, which names those that there are.
  [[nodiscard]] Outcome<void> refuse_others() const;

 private:
  explicit JsonBody(boost::json::object object) : object_(std::move(object)) {}

  boost::json::object object_;
  std::vector<std::string> known_;
};

}  // namespace tributary::http
