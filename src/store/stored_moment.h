// store/stored_moment.h
#pragma once

#include <chrono>
#include <cstdint>

#include "base/clock.h"

namespace tributary::store {

/// Moments lie in the database as milliseconds since 1970.
inline std::int64_t milliseconds(Timestamp moment) { return moment.time_since_epoch().count(); }

inline Timestamp moment_of(std::int64_t milliseconds) {
  return Timestamp(std::chrono::milliseconds(milliseconds));
}

}  // namespace tributary::store
