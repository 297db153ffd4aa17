#include "ecosystem/hub/quarter.h"

#include <charconv>

namespace tributary::ecosystem {

Date Quarter::begins() const {
  return *Date::from_calendar(year(), static_cast<unsigned>(3 * number() - 2), 1);
}

Date Quarter::ends() const { return Date(later(1).begins().days_since_epoch() - 1); }

std::string Quarter::name() const {
  return std::to_string(year()) + "-Q" + std::to_string(number());
}

Quarter quarter_of(Date day) {
  return Quarter(day.year() * 4 + static_cast<int>(day.month() - 1) / 3);
}

std::optional<Quarter> quarter_named(std::string_view name) {
  constexpr std::size_t kYearDigits = 4, kLength = 7;
  constexpr int kFirstYear = 1900, kLastYear = 2199;
  if (name.size() != kLength || name.substr(kYearDigits, 2) != "-Q") return std::nullopt;
  const auto last = name.back();
  if (last < '1' || last > '4') return std::nullopt;
  int year = 0;
  const auto* const end = name.data() + kYearDigits;
  const auto read = std::from_chars(name.data(), end, year);
  if (read.ec != std::errc() || read.ptr != end || year < kFirstYear || year > kLastYear) {
    return std::nullopt;
  }
  return Quarter(year * 4 + (last - '1'));
}

}  // namespace tributary::ecosystem
