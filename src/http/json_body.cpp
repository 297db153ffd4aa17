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
  return JsonBody(std::move(value.as_object()), "");
}

const boost::json::value* JsonBody::field(std::string_view name) {
  known_.emplace_back(name);
  const auto* value = object_.if_contains(name);
  return value == nullptr || value->is_null() ? nullptr : value;
}

std::string JsonBody::path_of(std::string_view name) const { return path_ + std::string(name); }

std::unexpected<Problem> JsonBody::refusal(std::string_view name,
                                           std::string_view what_it_is) const {
  return std::unexpected(
      Problem(400, fmt::format("The field {} is {}.", path_of(name), what_it_is), path_of(name)));
}

Problem JsonBody::problem_of(const Error& error) const {
  Problem problem(error);
  if (error.context.empty() || problem.status >= 500) return problem;
  // "costs[0].what" is of the field costs.
  const auto field = error.context.substr(0, error.context.find('['));
  if (std::ranges::find(known_, field) != known_.end()) {
    problem.parameter = path_of(error.context);
  } else {
    problem.detail = error.text();
  }
  return problem;
}

Outcome<std::string> JsonBody::text(std::string_view name) {
  auto text = TRY(optional_text(name));
  if (!text) return refusal(name, "missing");
  return *std::move(text);
}

Outcome<std::string> JsonBody::text(std::string_view name, std::string_view otherwise) {
  auto text = TRY(optional_text(name));
  return text ? *std::move(text) : std::string(otherwise);
}

Outcome<std::optional<std::string>> JsonBody::optional_text(std::string_view name) {
  const auto* value = field(name);
  if (value == nullptr) return std::nullopt;
  const auto* text = value->if_string();
  if (text == nullptr || text->find('\0') != boost::json::string::npos) {
    return refusal(name, "a text without NUL");
  }
  return std::string(*text);
}

Outcome<std::uint64_t> JsonBody::number(std::string_view name, const NumberRange& range) {
  return TRY(optional_number(name, range)).value_or(range.otherwise);
}

Outcome<std::optional<std::uint64_t>> JsonBody::optional_number(std::string_view name,
                                                                const NumberRange& range) {
  const auto* value = field(name);
  if (value == nullptr) return std::nullopt;
  boost::system::error_code error;
  const auto number = value->is_number() ? value->to_number<std::uint64_t>(error) : 0;
  if (!value->is_number() || error || number < range.lowest || number > range.highest) {
    return refusal(name, fmt::format("a whole number from {} to {}", range.lowest, range.highest));
  }
  return number;
}

Outcome<std::optional<double>> JsonBody::optional_real(std::string_view name, double lowest,
                                                       double highest) {
  const auto* value = field(name);
  if (value == nullptr) return std::nullopt;
  boost::system::error_code error;
  const auto number = value->is_number() ? value->to_number<double>(error) : 0;
  const bool is_within = value->is_number() && !error && number >= lowest && number <= highest;
  if (!is_within) return refusal(name, fmt::format("a number from {} to {}", lowest, highest));
  return number;
}

Outcome<bool> JsonBody::flag(std::string_view name, bool otherwise) {
  const auto* value = field(name);
  if (value == nullptr) return otherwise;
  if (!value->is_bool()) return refusal(name, "true or false");
  return value->as_bool();
}

Outcome<std::optional<Date>> JsonBody::optional_day(std::string_view name) {
  const auto text = TRY(optional_text(name));
  if (!text) return std::nullopt;
  const auto day = Date::from_iso(*text);
  if (!day) return refusal(name, "a day like 2026-11-29");
  return *day;
}

Outcome<std::vector<std::string>> JsonBody::texts(std::string_view name) {
  std::vector<std::string> texts;
  const auto* value = field(name);
  if (value == nullptr) return texts;
  if (!value->is_array()) return refusal(name, "a list of texts");
  for (const auto& member : value->as_array()) {
    const auto* text = member.if_string();
    if (text == nullptr || text->find('\0') != boost::json::string::npos) {
      return refusal(name, "a list of texts without NUL");
    }
    texts.emplace_back(*text);
  }
  return texts;
}

Outcome<std::vector<JsonBody>> JsonBody::objects(std::string_view name) {
  std::vector<JsonBody> objects;
  const auto* value = field(name);
  if (value == nullptr) return objects;
  if (!value->is_array()) return refusal(name, "a list of objects");
  for (const auto& member : value->as_array()) {
    if (!member.is_object()) return refusal(name, "a list of objects");
    objects.push_back(
        JsonBody(member.as_object(), fmt::format("{}[{}].", path_of(name), objects.size())));
  }
  return objects;
}

Outcome<std::optional<JsonBody>> JsonBody::optional_object(std::string_view name) {
  const auto* value = field(name);
  if (value == nullptr) return std::nullopt;
  if (!value->is_object()) return refusal(name, "an object");
  return JsonBody(value->as_object(), path_of(name) + ".");
}

Outcome<void> JsonBody::refuse_others() const {
  for (const auto& field : object_) {
    if (std::ranges::find(known_, field.key()) != known_.end()) continue;
    return std::unexpected(Problem(
        400, "There is no field of this name here; there are " + comma_separated(known_) + ".",
        path_of(field.key())));
  }
  return {};
}

}  // namespace tributary::http
