#include "evidence/effect_size/pre_post.h"

#include <cmath>

#include "evidence/effect_size/mean_difference.h"

namespace tributary::evidence {
namespace {

GroupSummary before(const PrePostSummary& group) {
  return {.mean = group.mean_before,
          .standard_deviation = group.standard_deviation_before,
          .learners = group.learners};
}

Result<> check_pre_post(const PrePostSummary& group, std::string_view what) {
  TRY(check_group(before(group), what));
  if (!std::isfinite(group.mean_after)) {
    return fail(ErrorCode::invalid_argument,
                std::string(what) + ": the mean after is not a number");
  }
  return {};
}

Result<> check_correlation(double correlation) {
  if (correlation >= -1 && correlation <= 1) return {};
  return fail(ErrorCode::invalid_argument,
              "the correlation of the two measurements lies between -1 and 1");
}

Result<> check_unit(double spread) {
  if (spread > 0) return {};
  return fail(ErrorCode::invalid_argument,
              "nobody differed from anybody before, so there is no unit for a change");
}

double change(const PrePostSummary& group) { return group.mean_after - group.mean_before; }

}  // namespace

Result<EffectEstimate> standardised_change(const PrePostSummary& group, double correlation) {
  TRY(check_pre_post(group, "the group"));
  TRY(check_correlation(correlation));
  TRY(check_unit(group.standard_deviation_before));
  const auto n = static_cast<double>(group.learners);
  // One degree of freedom, of two learners, has no correction: Γ(0) is not finite.
  if (group.learners < 3) {
    return fail(ErrorCode::invalid_argument, "a change needs at least three learners");
  }
  const double g = hedges_correction(n - 1) * change(group) / group.standard_deviation_before;
  return EffectEstimate{g, 2 * (1 - correlation) / n + g * g / (2 * n)};
}

Result<EffectEstimate> difference_of_changes(const PrePostSummary& treated,
                                             const PrePostSummary& control, double correlation) {
  TRY(check_pre_post(treated, "the treated group"));
  TRY(check_pre_post(control, "the control group"));
  TRY(check_correlation(correlation));
  const double spread = pooled_standard_deviation(before(treated), before(control));
  TRY(check_unit(spread));
  const auto n1 = static_cast<double>(treated.learners);
  const auto n2 = static_cast<double>(control.learners);
  const double g = hedges_correction(n1 + n2 - 2) * (change(treated) - change(control)) / spread;
  const double variance = 2 * (1 - correlation) * (1 / n1 + 1 / n2) + g * g / (2 * (n1 + n2));
  return EffectEstimate{g, variance};
}

}  // namespace tributary::evidence
