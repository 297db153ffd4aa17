// evidence/shares/share_interval.h
//
// Intervals for a share, k of n: how far the share of all may be from that of those who were asked.
//
//   TRY(wilson_interval({81, 263}))           →  0.2553 to 0.3662
//   TRY(clopper_pearson_interval({0, 20}))    →  0 to 0.1684
//
// Assumes n independent answers. Pure functions; safe to call from any thread.
#pragma once

#include <cstdint>

#include "base/result.h"
#include "evidence/distribution/interval.h"

namespace tributary::evidence {

struct Share {
  std::uint64_t part = 0;
  std::uint64_t whole = 0;
  [[nodiscard]] double value() const {
    return static_cast<double>(part) / static_cast<double>(whole);
  }
};

/// (p + z²/2n ± z·√(p(1 − p)/n + z²/4n²)) / (1 + z²/n): holds the true share about as often as it
/// says (Wilson 1927; Newcombe 1998). The one to show. Errors of both: `unmet` where the whole is
/// 0, `invalid_argument` where the part is larger, and for a level that is none.
Result<Interval> wilson_interval(const Share& share, double level = kUsualLevel);

/// From the quantiles of the beta distributions B(k, n − k + 1) and B(k + 1, n − k): at least as
/// often as it says, so wider (Clopper and Pearson 1934).
Result<Interval> clopper_pearson_interval(const Share& share, double level = kUsualLevel);

}  // namespace tributary::evidence
