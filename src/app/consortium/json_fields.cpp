#include "app/consortium/json_fields.h"

#include <fmt/format.h>

#include <algorithm>
#include <boost/json.hpp>
#include <cmath>

namespace tributary::app {

Result<boost::json::value> parse_json(std::string_view text) {
  boost::json::stream_parser parser;
  boost::system::error_code error;
  auto read = parser.write_some(text.data(), text.size(), error);
  if (!error && read < text.size()) {
    const auto rest = text.find_first_not_of(" \t\r\n", read);
    if (rest != std::string_view::npos) {
      read = rest;
      error = boost::json::make_error_code(boost::json::error::extra_data);
    }
  }
  if (!error) parser.finish(error);
  if (error) {
    const auto line = 1 + std::ranges::count(text.substr(0, read), '\n');
    return fail(ErrorCode::invalid_argument, "this is not JSON: " + error.message(),
                fmt::format("line {}", line));
  }
  return parser.release();
}

Result<JsonFields> JsonFields::of(const boost::json::value& value, std::string path) {
  const auto* object = value.if_object();
  if (object == nullptr) {
    return fail(ErrorCode::invalid_argument, "this is an object with fields", std::move(path));
  }
  return JsonFields(*object, std::move(path));
}

std::string JsonFields::path_of(std::string_view name) const {
  return path_.empty() ? std::string(name) : path_ + "." + std::string(name);
}

std::unexpected<Error> JsonFields::refusal(std::string_view name,
                                           const std::string& what_it_is) const {
  return fail(ErrorCode::invalid_argument, what_it_is, path_of(name));
}

const boost::json::value* JsonFields::value(std::string_view name) {
  known_.emplace_back(name);
  const auto* value = object_->if_contains(name);
  return value == nullptr || value->is_null() ? nullptr : value;
}

Result<std::string> JsonFields::text_or_nothing(std::string_view name) {
  const auto* found = value(name);
  if (found == nullptr) return std::string();
  const auto* text = found->if_string();
  if (text == nullptr) return refusal(name, "this is a text");
  return std::string(*text);
}

Result<std::string> JsonFields::text(std::string_view name) {
  auto text = TRY(text_or_nothing(name));
  if (text.empty()) return refusal(name, "this text is missing");
  return text;
}

Result<std::vector<std::string>> JsonFields::texts(std::string_view name, std::size_t most) {
  std::vector<std::string> texts;
  const auto* found = value(name);
  if (found == nullptr) return texts;
  if (!found->is_array()) return refusal(name, "this is a list of texts");
  const auto& list = found->as_array();
  if (list.size() > most) return refusal(name, fmt::format("this has at most {} entries", most));
  for (const auto& member : list) {
    const auto* text = member.if_string();
    if (text == nullptr) return refusal(name, "this is a list of texts");
    texts.emplace_back(*text);
  }
  return texts;
}

Result<std::vector<JsonFields>> JsonFields::objects(std::string_view name, std::size_t most) {
  std::vector<JsonFields> objects;
  const auto* found = value(name);
  if (found == nullptr) return objects;
  if (!found->is_array()) return refusal(name, "this is a list of objects");
  const auto& list = found->as_array();
  if (list.size() > most) return refusal(name, fmt::format("this has at most {} entries", most));
  for (const auto& member : list) {
    objects.push_back(TRY(of(member, fmt::format("{}[{}]", path_of(name), objects.size()))));
  }
  return objects;
}

Result<std::optional<bool>> JsonFields::flag(std::string_view name) {
  const auto* found = value(name);
  if (found == nullptr) return std::nullopt;
  if (!found->is_bool()) return refusal(name, "this is true or false");
  return found->as_bool();
}

Result<std::optional<double>> JsonFields::number(std::string_view name, double highest) {
  const auto* found = value(name);
  if (found == nullptr) return std::nullopt;
  boost::system::error_code error;
  const auto number = found->is_number() ? found->to_number<double>(error) : -1;
  const bool is_within = !error && std::isfinite(number) && number >= 0 && number <= highest;
  if (!is_within) return refusal(name, fmt::format("this is a number from 0 to {}", highest));
  return number;
}

Result<std::optional<std::int64_t>> JsonFields::whole_number(std::string_view name,
                                                             std::int64_t highest) {
  const auto number = TRY(this->number(name, static_cast<double>(highest)));
  if (!number) return std::nullopt;
  if (*number != std::floor(*number)) {
    return refusal(name, fmt::format("this is a whole number from 0 to {}", highest));
  }
  return static_cast<std::int64_t>(*number);
}

Result<> JsonFields::refuse_others() const {
  for (const auto& field : *object_) {
    if (std::ranges::find(known_, field.key()) != known_.end()) continue;
    return refusal(field.key(), fmt::format("there is no field of this name here; there are {}",
                                            fmt::join(known_, ", ")));
  }
  return {};
}

}  // namespace tributary::app
