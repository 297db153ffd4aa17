#include "evidence/synthesis/synthesis.h"

#include <algorithm>
#include <cmath>

#include "evidence/distribution/distributions.h"

namespace tributary::evidence {
namespace {

Interval around(double value, double half_width) {
  return {value - half_width, value + half_width};
}

MeanEffect by_normal(double value, double standard_error, double confidence) {
  const double z = value / standard_error;
  return {value, standard_error, z, normal_two_sided(z),
          around(value, normal_quantile((1 + confidence) / 2) * standard_error)};
}

MeanEffect by_student(double value, double standard_error, double freedom, double confidence) {
  // Studies that agree to the last digit have no spread: then nothing speaks against any value but
  // their own.
  const double t = standard_error > 0 ? value / standard_error : std::copysign(INFINITY, value);
  return {value, standard_error, t, standard_error > 0 ? student_two_sided(t, freedom) : 0.0,
          around(value, student_quantile((1 + confidence) / 2, freedom) * standard_error)};
}

Result<Heterogeneity> heterogeneity_of(std::span<const EffectEstimate> effects,
                                       const Eigen::MatrixXd& design, double tau_squared,
                                       double confidence) {
  Heterogeneity found{.tau_squared = tau_squared};
  found.q = TRY(fit_weighted(effects, design, 0)).q;
  found.degrees_of_freedom = static_cast<double>(design.rows() - design.cols());
  found.q_p_value = chi_squared_upper(found.q, found.degrees_of_freedom);
  const double typical = TRY(typical_variance(effects, design));
  const auto share = [&](double between) { return between / (between + typical); };
  found.i_squared = share(tau_squared);
  found.tau_squared_interval = TRY(tau_squared_interval(effects, design, confidence));
  found.i_squared_interval = {share(found.tau_squared_interval.low),
                              share(found.tau_squared_interval.high)};
  return found;
}

std::vector<double> weights_of(std::span<const EffectEstimate> effects, double tau_squared,
                               double sum) {
  std::vector<double> weights(effects.size());
  std::ranges::transform(effects, weights.begin(), [&](const EffectEstimate& effect) {
    return 1 / (effect.variance + tau_squared) / sum;
  });
  return weights;
}

}  // namespace

Result<Synthesis> pool(std::span<const EffectEstimate> effects, const SynthesisOptions& options) {
  if (effects.size() < 2) {
    return fail(ErrorCode::invalid_argument, "fewer than two studies are not pooled");
  }
  TRY(check_level(options.confidence));
  TRY(check_effects(effects));
  const auto design = without_moderators(effects.size());
  const bool is_random = options.model == Model::random_effects;
  const double tau_squared =
      is_random ? TRY(estimate_tau_squared(effects, design, options.tau_squared)) : 0.0;
  const auto fit = TRY(fit_weighted(effects, design, tau_squared));
  const double value = fit.coefficients[0], variance = fit.covariance(0, 0);
  const auto freedom = static_cast<double>(effects.size() - 1);

  Synthesis pooled{.studies = static_cast<std::int64_t>(effects.size())};
  pooled.normal = by_normal(value, std::sqrt(variance), options.confidence);
  pooled.mean =
      options.interval == IntervalMethod::normal
          ? pooled.normal
          : by_student(value, std::sqrt(variance * fit.q / freedom), freedom, options.confidence);
  pooled.shown = pooled.mean.interval.width() < pooled.normal.interval.width()
                     ? pooled.normal.interval
                     : pooled.mean.interval;
  pooled.heterogeneity = TRY(heterogeneity_of(effects, design, tau_squared, options.confidence));
  if (is_random && effects.size() >= 3) {
    const double left =
        options.prediction == PredictionConvention::one_less ? freedom : freedom - 1;
    const double error = pooled.mean.standard_error;
    pooled.prediction = around(value, student_quantile((1 + options.confidence) / 2, left) *
                                          std::sqrt(tau_squared + error * error));
  }
  pooled.weights = weights_of(effects, tau_squared, fit.sum_of_weights);
  return pooled;
}

Result<std::vector<Synthesis>> leave_one_out(std::span<const EffectEstimate> effects,
                                             const SynthesisOptions& options) {
  if (effects.size() < 3) {
    return fail(ErrorCode::invalid_argument, "of fewer than three studies none can be left out");
  }
  std::vector<EffectEstimate> others(effects.begin() + 1, effects.end());
  std::vector<Synthesis> without;
  without.reserve(effects.size());
  for (std::size_t left_out = 0; left_out < effects.size(); ++left_out) {
    without.push_back(TRY(pool(others, options)));
    if (left_out < others.size()) others[left_out] = effects[left_out];
  }
  return without;
}

}  // namespace tributary::evidence
