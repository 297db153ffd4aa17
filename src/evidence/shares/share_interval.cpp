#include "evidence/shares/share_interval.h"

#include <fmt/core.h>

#include <cmath>

#include "evidence/distribution/distributions.h"
#include "evidence/distribution/power_distributions.h"

namespace tributary::evidence {

namespace {

Result<> check_share_of(const Share& share, double level) {
  TRY(check_level(level));
  if (share.whole == 0) return fail(ErrorCode::unmet, "a share of nobody is not defined");
  if (share.part <= share.whole) return {};
  return fail(ErrorCode::invalid_argument,
              fmt::format("{} are no part of {}", share.part, share.whole));
}

}  // namespace

Result<Interval> wilson_interval(const Share& share, double level) {
  TRY(check_share_of(share, level));
  const auto n = static_cast<double>(share.whole);
  const double p = share.value();
  const double z = normal_quantile((1 + level) / 2);
  const double middle = p + z * z / (2 * n);
  const double reach = z * std::sqrt(p * (1 - p) / n + z * z / (4 * n * n));
  const double scale = 1 + z * z / n;
  // The ends at 0 and 1 are exact; the formula gives them but for rounding.
  return Interval{share.part == 0 ? 0 : (middle - reach) / scale,
                  share.part == share.whole ? 1 : (middle + reach) / scale};
}

Result<Interval> clopper_pearson_interval(const Share& share, double level) {
  TRY(check_share_of(share, level));
  const auto part = static_cast<double>(share.part);
  const auto rest = static_cast<double>(share.whole - share.part);
  const double outside = (1 - level) / 2;
  return Interval{share.part == 0 ? 0 : beta_quantile(outside, part, rest + 1),
                  share.part == share.whole ? 1 : beta_quantile(1 - outside, part + 1, rest)};
}

}  // namespace tributary::evidence
