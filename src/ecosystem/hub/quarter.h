// ecosystem/hub/quarter.h
//
//   const auto quarter = quarter_of(day);          // "2026-Q4"
//   quarter.begins();  quarter.ends();             // 2026-10-01, 2026-12-31
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"

namespace tributary::ecosystem {

/// Three months of the calendar, held as quarters since the year 0. Ordered.
class Quarter {
 public:
  constexpr explicit Quarter(int quarters) : quarters_(quarters) {}

  [[nodiscard]] int year() const { return quarters_ / 4; }
  [[nodiscard]] int number() const { return quarters_ % 4 + 1; }  ///< 1 … 4
  [[nodiscard]] Quarter later(int quarters) const { return Quarter(quarters_ + quarters); }
  [[nodiscard]] Date begins() const;
  [[nodiscard]] Date ends() const;         ///< its last day
  [[nodiscard]] std::string name() const;  ///< "2026-Q4"

  auto operator<=>(const Quarter&) const = default;

 private:
  int quarters_;
};

Quarter quarter_of(Date day);

/// Reads exactly "2026-Q4", of the years 1900 to 2199.
std::optional<Quarter> quarter_named(std::string_view name);

}  // namespace tributary::ecosystem
