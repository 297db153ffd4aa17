#include "http/request.h"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <utility>

namespace tributary::http {

namespace {

constexpr std::array<std::pair<Method, std::string_view>, 7> kMethods{{
    {Method::get, "GET"},
    {Method::head, "HEAD"},
    {Method::post, "POST"},
    {Method::put, "PUT"},
    {Method::patch, "PATCH"},
    {Method::remove, "DELETE"},
    {Method::options, "OPTIONS"},
}};

char lower(char letter) {
  return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

}  // namespace

Method method_from(std::string_view name) {
  const auto* const found =
      std::ranges::find(kMethods, name, [](auto& entry) { return entry.second; });
  return found == kMethods.end() ? Method::other : found->first;
}

std::string_view name_of(Method method) {
  const auto* const found =
      std::ranges::find(kMethods, method, [](auto& entry) { return entry.first; });
  return found == kMethods.end() ? "OTHER" : found->second;
}

bool equal_ignoring_case(std::string_view left, std::string_view right) {
  return std::ranges::equal(left, right, {}, lower, lower);
}

std::string_view Request::header(std::string_view name) const {
  for (const auto& header : headers) {
    if (equal_ignoring_case(header.name, name)) return header.value;
  }
  return {};
}

const std::string& Request::path_parameter(std::string_view name) const {
  for (const auto& parameter : path_parameters) {
    if (parameter.name == name) return parameter.value;
  }
  throw std::logic_error("the route has no placeholder " + std::string(name));
}

bool set_target(Request& request, std::string_view target) {
  if (target.starts_with("http://") || target.starts_with("https://")) {
    const auto path = target.find('/', target.find("//") + 2);
    target = path == std::string_view::npos ? "/" : target.substr(path);
  }
  if (!target.starts_with('/')) return false;
  const auto question_mark = target.find('?');
  request.path = target.substr(0, question_mark);
  request.raw_query =
      question_mark == std::string_view::npos ? "" : target.substr(question_mark + 1);
  return true;
}

}  // namespace tributary::http
