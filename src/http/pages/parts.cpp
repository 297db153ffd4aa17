#include "http/pages/parts.h"

#include <fmt/format.h>

#include <array>

#include "http/pages/html.h"

namespace tributary::http {

namespace {

constexpr std::array kMonths{"January", "February", "March",     "April",   "May",      "June",
                             "July",    "August",   "September", "October", "November", "December"};

std::string written_out(Date date) {
  return fmt::format("{} {} {}", date.day(), kMonths[date.month() - 1], date.year());
}

}  // namespace

std::string fact(std::string_view name, std::string_view html) {
  return html.empty() ? std::string() : fmt::format("<dt>{}</dt><dd>{}</dd>\n", name, html);
}

std::string period(std::optional<Date> start, std::optional<Date> end) {
  if (start && end) return written_out(*start) + " to " + written_out(*end);
  if (start) return "from " + written_out(*start);
  if (end) return "until " + written_out(*end);
  return "";
}

std::string counted(std::uint64_t count, std::string_view one, std::string_view many) {
  return fmt::format("{} {}", count, count == 1 ? one : many);
}

std::string_view in_words(catalogue::ProjectStatus status) {
  switch (status) {
    case catalogue::ProjectStatus::not_started:
      return "not started";
    case catalogue::ProjectStatus::ongoing:
      return "ongoing";
    case catalogue::ProjectStatus::finished:
      return "finished";
    case catalogue::ProjectStatus::unknown:
      return "";
  }
  return "";
}

std::string_view in_words(catalogue::Role role) {
  switch (role) {
    case catalogue::Role::coordinator:
      return "coordinator";
    case catalogue::Role::partner:
      return "partner";
    case catalogue::Role::associated_partner:
      return "associated partner";
    case catalogue::Role::third_party:
      return "third party";
    case catalogue::Role::international_partner:
      return "international partner";
    case catalogue::Role::unknown:
      return "participant";
  }
  return "participant";
}

std::string shortened(std::string_view text, std::size_t length_bytes) {
  std::string line;
  for (const char letter : text.substr(0, length_bytes + 1)) {
    line += letter == '\n' || letter == '\r' || letter == '\t' ? ' ' : letter;
  }
  if (text.size() <= length_bytes) return line;
  const auto space = line.rfind(' ');
  line.resize(space == std::string::npos ? 0 : space);
  return line + "…";
}

}  // namespace tributary::http
