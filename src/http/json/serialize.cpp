#include "http/json/serialize.h"

#include <fmt/format.h>

#include <boost/json/serialize.hpp>

namespace tributary::http {

namespace {

void write(const boost::json::value& value, std::string& to) {
  if (const auto* const object = value.if_object()) {
    char separator = '{';
    for (const auto& member : *object) {
      to += separator;
      to += boost::json::serialize(member.key());
      to += ':';
      write(member.value(), to);
      separator = ',';
    }
    to += object->empty() ? "{}" : "}";
  } else if (const auto* const array = value.if_array()) {
    char separator = '[';
    for (const auto& element : *array) {
      to += separator;
      write(element, to);
      separator = ',';
    }
    to += array->empty() ? "[]" : "]";
  } else if (const auto* const number = value.if_double()) {
    fmt::format_to(std::back_inserter(to), "{}", *number);
  } else {
    to += boost::json::serialize(value);
  }
}

}  // namespace

std::string serialize(const boost::json::value& value) {
  std::string text;
  write(value, text);
  return text;
}

}  // namespace tributary::http
