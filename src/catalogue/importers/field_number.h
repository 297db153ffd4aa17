// catalogue/importers/field_number.h
//
// Numbers as lists write them: amounts of money, whole numbers, places on the globe, yes and no.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "base/money.h"

namespace tributary::catalogue {

/// An amount in euro, rounded to the cent (half away from zero). Accepted, with or without "€",
/// "EUR" or "euro" at either end:
///
///   1499998      2494217.5    2494217,5       decimal point or comma
///   1.234.567    1,234,567.89 1.234.567,89    thousands separators, in groups of three
///   180 397,50   180'397.50                   also blanks (no-break ones too) and apostrophes
///   4.729375062E7                             scientific
///
/// A single point is always decimal. A single comma before exactly three digits, after one to
/// three ("12,345"), could be either and has no reading. Nothing for anything else, and beyond
/// ±90 quadrillion. REQUIRES: not blank.
std::optional<Money> parse_money(std::string_view cell);

/// A whole number from 0, also where a program wrote it as "7.0". REQUIRES: not blank.
std::optional<std::uint32_t> parse_count(std::string_view cell);

struct Position {
  double latitude = 0, longitude = 0;  ///< degrees
};
/// "48.8473434,2.3487498", also in parentheses; latitude within ±90, longitude within ±180.
std::optional<Position> parse_position(std::string_view cell);

/// true/false, yes/no, y/n, 1/0 in any case.
std::optional<bool> parse_truth(std::string_view cell);

}  // namespace tributary::catalogue
