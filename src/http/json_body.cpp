#include "http/json_body.h"

#include <fmt/format.h>

#include <algorithm>
#include <boost/json.hpp>

namespace tributary::http {

Outcome<JsonBody> JsonBody::read(const Request& request) {
  const auto type = request.header("Content-Type");
  if (!equal_ignoring_case(type.substr(0, type.find(';')), "application/json")) {
    return std::unexpected(Problem(415, "Send the body as application/json."));
  }
  boost::system::error_code error;
  auto value = boost::json::parse(request.body, error);
  if (error) {
    return std::unexpected(Problem(400, "The body is not JSON: " + error.message() + "."));
  }
  if (!value.is_object()) return std::unexpected(Problem(400, "The body is not a JSON object."));
  return JsonBody(std::move(value.as_object()));
}

Outcome<std::string> JsonBody::text(std::string_view name) {
  if (!object_.contains(name)) {
    return std::unexpected(
        Problem(400, fmt::format("The field {} is missing.", name), std::string(name)));
  }
  return text(name, "");
}

Outcome<std::string> JsonBody::text(std::string_view name, std::string_view otherwise) {
  known_.emplace_back(name);
  const auto* value = object_.if_contains(name);
  if (value == nullptr) return std::string(otherwise);
  const auto* text = value->if_string();
  if (text == nullptr || text->find('\0') != boost::json::string::npos) {
    return std::unexpected(
        Problem(400, fmt::format("The field {} is a text without NUL.", name), std::string(name)));
  }
  return std::string(*text);
}

Outcome<std::uint64_t> JsonBody::number(std::string_view name, const NumberRange& range) {
  known_.emplace_back(name);
  const auto* value = object_.if_contains(name);
  if (value == nullptr) return range.otherwise;
  boost::system::error_code error;
  const auto number = value->is_number() ? value->to_number<std::uint64_t>(error) : 0;
  if (!value->is_number() || error || number < range.lowest || number > range.highest) {
    return std::unexpected(Problem(400,
                                   fmt::format("The field {} is a whole number from {} to {}.",
                                               name, range.lowest, range.highest),
                                   std::string(name)));
  }
  return number;
}

Outcome<void> JsonBody::refuse_others() const {
  for (const auto& field : object_) {
    if (std::ranges::find(known_, field.key()) != known_.end()) continue;
    return std::unexpected(Problem(
        400, "There is no field of this name here; there are " + comma_separated(known_) + ".",
        std::string(field.key())));
  }
  return {};
}

}  // namespace tributary::http
