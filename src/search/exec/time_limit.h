// search/exec/time_limit.h
//
// Lets a search end early. Loops ask is_over() once a window, term or facet and stop where they
// are; what they have by then is thrown away, as the search itself ends with result().
#pragma once

#include <chrono>
#include <optional>
#include <stop_token>

#include "base/result.h"
#include "search/request.h"

namespace tributary::search {

/// Of one search. Not thread-safe.
class TimeLimit {
 public:
  explicit TimeLimit(const Request& request) : deadline_(request.deadline), stop_(request.stop) {}

  /// Stays true once it is.
  bool is_over() {
    if (!failure_) look();
    return failure_.has_value();
  }

  /// Errors: `cancelled`, `timed_out`, where the limit was met.
  [[nodiscard]] Result<> result() {
    if (is_over()) return std::unexpected(*failure_);
    return {};
  }

 private:
  void look() {
    if (stop_.stop_requested()) failure_ = {ErrorCode::cancelled, "the search was cancelled"};
    if (deadline_ && std::chrono::steady_clock::now() >= *deadline_) {
      failure_ = {ErrorCode::timed_out, "the search took longer than it may; ask for less"};
    }
  }

  std::optional<std::chrono::steady_clock::time_point> deadline_;
  std::stop_token stop_;
  std::optional<Error> failure_;
};

}  // namespace tributary::search
