#include "ecosystem/framework/version_number.h"

#include <charconv>

namespace tributary::ecosystem {
namespace {

constexpr std::uint32_t kMostOfAPart = 999'999;

/// Takes a number off the front of `text`; false where there is none.
bool take_number(std::string_view& text, std::uint32_t& number) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const auto digits = static_cast<std::size_t>(end - text.data());
  if (error != std::errc{} || number > kMostOfAPart || (digits > 1 && text.front() == '0')) {
    return false;
  }
  text.remove_prefix(digits);
  return true;
}

bool take_dot(std::string_view& text) {
  if (!text.starts_with('.')) return false;
  text.remove_prefix(1);
  return true;
}

}  // namespace

std::string_view name_of(Bump bump) {
  switch (bump) {
    case Bump::patch:
      return "patch";
    case Bump::minor:
      return "minor";
    case Bump::major:
      return "major";
  }
  return "";
}

std::string VersionNumber::text() const {
  return std::to_string(major) + "." + std::to_string(minor) + "." + std::to_string(patch);
}

VersionNumber VersionNumber::next(Bump bump) const {
  switch (bump) {
    case Bump::patch:
      return {major, minor, patch + 1};
    case Bump::minor:
      return {major, minor + 1, 0};
    case Bump::major:
      break;
  }
  return {major + 1, 0, 0};
}

Result<VersionNumber> parse_version_number(std::string_view text) {
  VersionNumber number;
  auto rest = text;
  if (take_number(rest, number.major) && take_dot(rest) && take_number(rest, number.minor) &&
      take_dot(rest) && take_number(rest, number.patch) && rest.empty()) {
    return number;
  }
  return fail(ErrorCode::invalid_argument, "a version number reads like 1.4.2", std::string(text));
}

}  // namespace tributary::ecosystem
