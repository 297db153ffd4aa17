// catalogue/importers/field_date.h
#pragma once

#include <optional>
#include <string_view>

#include "base/date.h"

namespace tributary::catalogue {

/// The day that a cell names, in one of the ways found in published lists:
///
///   2015-11-04            also followed by a time ("2022-09-13 17:50:47", "T00:00:00Z")
///   04/11/2015            day first, always
///   04.11.2015            also followed by a time
///   4 November 2015       English months, whole or three letters
///   04112015              eight digits, day first; 20151104 where that is the only reading
///   42312, 42312.0        days since 1899-12-30, as Excel counts
///
/// Nothing where the cell has no such reading or no such day exists. REQUIRES: not blank.
std::optional<Date> parse_date(std::string_view cell);

}  // namespace tributary::catalogue
