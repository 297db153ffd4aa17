// sql/engine_error.h: not for other layers.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace tributary::sql {

/// The engine's own words, with the location and the statement (its first 200 bytes) as the place.
inline Error engine_error(std::string message, const std::string& location,
                          std::string_view statement) {
  std::string place = location;
  if (!statement.empty()) {
    place += ": ";
    place += statement.substr(0, 200);
  }
  return {ErrorCode::database, std::move(message), std::move(place)};
}

}  // namespace tributary::sql
