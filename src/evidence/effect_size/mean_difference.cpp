#include "evidence/effect_size/mean_difference.h"

#include <cmath>
#include <numbers>

#include "evidence/distribution/distributions.h"

namespace tributary::evidence {

double hedges_correction(double degrees_of_freedom) {
  const double half = degrees_of_freedom / 2;
  return std::exp(std::lgamma(half) - std::lgamma(half - 0.5)) / std::sqrt(half);
}

double pooled_standard_deviation(const GroupSummary& one, const GroupSummary& other) {
  const auto n1 = static_cast<double>(one.learners), n2 = static_cast<double>(other.learners);
  return std::sqrt(((n1 - 1) * one.standard_deviation * one.standard_deviation +
                    (n2 - 1) * other.standard_deviation * other.standard_deviation) /
                   (n1 + n2 - 2));
}

Result<> check_group(const GroupSummary& group, std::string_view what) {
  const std::string name(what);
  if (group.learners < 2) {
    return fail(ErrorCode::invalid_argument, name + " needs at least two learners");
  }
  if (!std::isfinite(group.mean)) {
    return fail(ErrorCode::invalid_argument, name + ": the mean is not a number");
  }
  if (!std::isfinite(group.standard_deviation) || group.standard_deviation < 0) {
    return fail(ErrorCode::invalid_argument,
                name + ": the standard deviation is not a number of at least 0");
  }
  return {};
}

Result<EffectEstimate> hedges_g(const GroupSummary& treated, const GroupSummary& control) {
  TRY(check_group(treated, "the treated group"));
  TRY(check_group(control, "the control group"));
  const double spread = pooled_standard_deviation(treated, control);
  if (!(spread > 0)) {
    return fail(
        ErrorCode::invalid_argument,
        "nobody differs from anybody within the groups, so there is no unit for a difference");
  }
  const auto n1 = static_cast<double>(treated.learners);
  const auto n2 = static_cast<double>(control.learners);
  const double d = (treated.mean - control.mean) / spread;
  const double correction = hedges_correction(n1 + n2 - 2);
  const double variance = (n1 + n2) / (n1 * n2) + d * d / (2 * (n1 + n2));
  return EffectEstimate{correction * d, correction * correction * variance};
}

double probability_of_superiority(double g) { return normal_probability(g / std::numbers::sqrt2); }

}  // namespace tributary::evidence
