// base/clock.h
//
// Time as a dependency: whatever needs "now" is handed a Clock, so that tests choose the moment.
#pragma once

#include <chrono>
#include <string>

#include "base/date.h"

namespace tributary {

/// A moment in UTC, exact to the millisecond.
using Timestamp = std::chrono::sys_time<std::chrono::milliseconds>;

/// "2026-11-23T22:14:05.123Z" (RFC 3339).
std::string rfc3339(Timestamp moment);

/// The day of `moment` in UTC.
Date day_of(Timestamp moment);

/// Implementations are safe to call from any thread.
class Clock {
 public:
  virtual ~Clock() = default;
  [[nodiscard]] virtual Timestamp now() const = 0;
  [[nodiscard]] Date today() const { return day_of(now()); }
};

class SystemClock final : public Clock {
 public:
  [[nodiscard]] Timestamp now() const override;
};

/// A clock that stands still, for tests and reproducible runs.
class FixedClock final : public Clock {
 public:
  explicit FixedClock(Timestamp moment) : moment_(moment) {}
  explicit FixedClock(Date day);
  [[nodiscard]] Timestamp now() const override { return moment_; }

 private:
  Timestamp moment_;
};

}  // namespace tributary
