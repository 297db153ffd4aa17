// network/graph/deadline.h: until when a measure may take, where somebody waits for it.
#pragma once

#include <chrono>
#include <optional>

#include "base/result.h"

namespace tributary::network {

using Deadline = std::optional<std::chrono::steady_clock::time_point>;

/// Errors: `timed_out` from then on. Costs as much as a look at the clock: not for each tie.
inline Result<> check_deadline(Deadline deadline) {
  if (!deadline || std::chrono::steady_clock::now() < *deadline) return {};
  return fail(ErrorCode::timed_out, "measuring the network took too long; ask for a smaller part");
}

}  // namespace tributary::network
