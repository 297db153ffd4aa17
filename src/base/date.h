// base/date.h
//
// Calendar days, as projects state them: no time of day, no time zone.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tributary {

/// A day in the proleptic Gregorian calendar, held as days since 1970-01-01. Ordered; trivially
/// copyable.
class Date {
 public:
  constexpr Date() = default;
  constexpr explicit Date(std::int32_t days_since_epoch) : days_(days_since_epoch) {}

  /// Nothing when the three do not name a day of the calendar, or the year is outside 1..9999.
  static std::optional<Date> from_calendar(int year, unsigned month, unsigned day);

  /// Reads exactly "YYYY-MM-DD".
  static std::optional<Date> from_iso(std::string_view text);

  [[nodiscard]] constexpr std::int32_t days_since_epoch() const { return days_; }
  [[nodiscard]] int year() const;
  [[nodiscard]] unsigned month() const;
  [[nodiscard]] unsigned day() const;

  /// "YYYY-MM-DD".
  [[nodiscard]] std::string iso() const;

  auto operator<=>(const Date&) const = default;

 private:
  std::int32_t days_ = 0;
};

}  // namespace tributary
