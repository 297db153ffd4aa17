#include "evidence/synthesis/funnel_asymmetry.h"

#include <cmath>

#include "evidence/distribution/distributions.h"

namespace tributary::evidence {

Result<FunnelAsymmetry> funnel_asymmetry(std::span<const EffectEstimate> effects,
                                         double confidence) {
  TRY(check_effects(effects));
  TRY(check_level(confidence));
  if (effects.size() < 3) {
    return fail(ErrorCode::invalid_argument, "fewer than three studies make no funnel");
  }
  const auto n = static_cast<double>(effects.size());
  double sum_x = 0, sum_y = 0;
  for (const auto& effect : effects) {
    sum_x += 1 / std::sqrt(effect.variance);
    sum_y += effect.value / std::sqrt(effect.variance);
  }
  const double mean_x = sum_x / n, mean_y = sum_y / n;
  double xx = 0, xy = 0;
  for (const auto& effect : effects) {
    const double error = std::sqrt(effect.variance), x = 1 / error - mean_x;
    xx += x * x;
    xy += x * (effect.value / error - mean_y);
  }
  if (!(xx > 1e-12 * mean_x * mean_x)) {
    return fail(ErrorCode::invalid_argument,
                "all studies are of one precision, so none is small beside the others");
  }
  FunnelAsymmetry found{.degrees_of_freedom = n - 2, .at_no_error = xy / xx};
  const double intercept = mean_y - found.at_no_error * mean_x;
  double squares = 0;
  for (const auto& effect : effects) {
    const double error = std::sqrt(effect.variance);
    const double residual = effect.value / error - intercept - found.at_no_error / error;
    squares += residual * residual;
  }
  const double error =
      std::sqrt(squares / found.degrees_of_freedom * (1 / n + mean_x * mean_x / xx));
  const double half = student_quantile((1 + confidence) / 2, found.degrees_of_freedom) * error;
  const double t = intercept / error;
  found.intercept = {intercept,
                     error,
                     t,
                     error > 0 ? student_two_sided(t, found.degrees_of_freedom) : 0.0,
                     {intercept - half, intercept + half}};
  return found;
}

}  // namespace tributary::evidence
