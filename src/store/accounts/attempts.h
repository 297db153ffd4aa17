// store/accounts/attempts.h
//
// Counts what somebody may do only so often, such as to guess a password. An attempt is counted
// before it is judged, so that many at once gain nothing. Writing REQUIRES an open transaction.
#pragma once

#include <chrono>
#include <cstdint>
#include <string_view>

#include "base/clock.h"
#include "base/result.h"
#include "base/strong_id.h"
#include "sql/connection.h"

namespace tributary::store {

using AttemptNumber = StrongId<struct AttemptTag>;

struct AttemptLimit {
  std::int64_t most = 0;
  std::chrono::milliseconds within{};
};

/// Errors: `throttled` where `subject` used up its limit; the attempt is then not counted.
Result<AttemptNumber> count_attempt(sql::Connection& connection, std::string_view subject,
                                    const AttemptLimit& limit, Timestamp now);

/// As if it had not been made.
Result<> forget_attempt(sql::Connection& connection, AttemptNumber number);
Result<> forget_attempts(sql::Connection& connection, std::string_view subject);

}  // namespace tributary::store
