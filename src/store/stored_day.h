// store/stored_day.h
#pragma once

#include <cstdint>
#include <optional>

#include "base/date.h"
#include "sql/connection.h"

namespace tributary::store {

/// Days lie in the database as their number since 1970.
inline Date day_of_number(std::int64_t days) { return Date(static_cast<std::int32_t>(days)); }

/// Days since 1970, to bind; NULL where there is none.
inline std::optional<std::int32_t> day_to_bind(const std::optional<Date>& day) {
  return day ? std::optional(day->days_since_epoch()) : std::nullopt;
}

inline std::optional<Date> day_in_column(const sql::Statement& row, int column) {
  const auto day = row.optional_integer(column);
  return day ? std::optional(day_of_number(*day)) : std::nullopt;
}

}  // namespace tributary::store
