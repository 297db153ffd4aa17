// base/money.h
#pragma once

#include <compare>
#include <cstdint>
#include <string>

namespace tributary {

/// An amount in euro, exact to the cent. Range ±92 quadrillion euro.
struct Money {
  std::int64_t cents = 0;

  [[nodiscard]] constexpr double euros() const { return static_cast<double>(cents) / 100.0; }

  /// Decimal digits with a point and, where there are cents, two decimals: "666667", "941957.08".
  [[nodiscard]] std::string decimal() const;

  auto operator<=>(const Money&) const = default;
};

}  // namespace tributary
