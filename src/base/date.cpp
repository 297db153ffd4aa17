#include "base/date.h"

#include <charconv>
#include <chrono>
#include <cstdio>

namespace tributary {
namespace {

std::chrono::year_month_day calendar(std::int32_t days_since_epoch) {
  return std::chrono::year_month_day{std::chrono::sys_days{std::chrono::days{days_since_epoch}}};
}

bool all_digits(std::string_view text) {
  return text.find_first_not_of("0123456789") == std::string_view::npos;
}

int number(std::string_view digits) {
  int value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

}  // namespace

std::optional<Date> Date::from_calendar(int year, unsigned month, unsigned day) {
  if (year < 1 || year > 9999) return std::nullopt;
  const std::chrono::year_month_day named{std::chrono::year{year}, std::chrono::month{month},
                                          std::chrono::day{day}};
  if (!named.ok()) return std::nullopt;
  return Date(static_cast<std::int32_t>(std::chrono::sys_days{named}.time_since_epoch().count()));
}

std::optional<Date> Date::from_iso(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto year = text.substr(0, 4), month = text.substr(5, 2), day = text.substr(8, 2);
  if (!all_digits(year) || !all_digits(month) || !all_digits(day)) return std::nullopt;
  return from_calendar(number(year), static_cast<unsigned>(number(month)),
                       static_cast<unsigned>(number(day)));
}

int Date::year() const { return static_cast<int>(calendar(days_).year()); }
unsigned Date::month() const { return static_cast<unsigned>(calendar(days_).month()); }
unsigned Date::day() const { return static_cast<unsigned>(calendar(days_).day()); }

std::string Date::iso() const {
  char buffer[32];
  const auto ymd = calendar(days_);
  const int length =
      std::snprintf(buffer, sizeof buffer, "%04d-%02u-%02u", static_cast<int>(ymd.year()),
                    static_cast<unsigned>(ymd.month()), static_cast<unsigned>(ymd.day()));
  return {buffer, static_cast<std::size_t>(length)};
}

}  // namespace tributary
