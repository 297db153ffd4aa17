// app/oidc/json_document.h: JSON that a provider sent, of which nothing is taken for granted.
#pragma once

#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <string>
#include <string_view>

#include "base/result.h"

namespace tributary::app {

/// Errors: `corrupt`, with `what` as the context, where it is not one JSON object.
inline Result<boost::json::object> parse_json_object(std::string_view text, std::string what) {
  boost::system::error_code error;
  auto value = boost::json::parse(text, error);
  if (!error && value.is_object()) return std::move(value.as_object());
  return fail(ErrorCode::corrupt, "this is not a JSON object", std::move(what));
}

/// Empty where it is absent or no text.
inline std::string text_of(const boost::json::object& object, std::string_view name) {
  const auto* const value = object.if_contains(name);
  return value != nullptr && value->is_string() ? std::string(value->as_string()) : std::string();
}

}  // namespace tributary::app
