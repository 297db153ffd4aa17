#include "base/clock.h"

#include <cstdio>

namespace tributary {

std::string rfc3339(Timestamp moment) {
  const auto midnight = std::chrono::floor<std::chrono::days>(moment);
  const std::chrono::hh_mm_ss time{moment - midnight};
  char buffer[32];
  const int length = std::snprintf(
      buffer, sizeof buffer, "T%02d:%02d:%02d.%03dZ", static_cast<int>(time.hours().count()),
      static_cast<int>(time.minutes().count()), static_cast<int>(time.seconds().count()),
      static_cast<int>(time.subseconds().count()));
  return day_of(moment).iso() + std::string(buffer, static_cast<std::size_t>(length));
}

Date day_of(Timestamp moment) {
  return Date(static_cast<std::int32_t>(
      std::chrono::floor<std::chrono::days>(moment).time_since_epoch().count()));
}

Timestamp SystemClock::now() const {
  return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

FixedClock::FixedClock(Date day)
    : moment_(std::chrono::sys_days{std::chrono::days{day.days_since_epoch()}}) {}

}  // namespace tributary
