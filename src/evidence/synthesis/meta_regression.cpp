#include "evidence/synthesis/meta_regression.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "evidence/distribution/distributions.h"

namespace tributary::evidence {
namespace {

Result<Eigen::MatrixXd> design_of(std::size_t effects,
                                  std::span<const std::vector<double>> moderators) {
  Eigen::MatrixXd design(static_cast<Eigen::Index>(effects),
                         static_cast<Eigen::Index>(moderators.size() + 1));
  design.col(0).setOnes();
  for (std::size_t column = 0; column < moderators.size(); ++column) {
    const auto& moderator = moderators[column];
    if (moderator.size() != effects) {
      return fail(ErrorCode::invalid_argument,
                  fmt::format("it has {} values for {} effects", moderator.size(), effects),
                  fmt::format("moderator {}", column + 1));
    }
    for (std::size_t row = 0; row < effects; ++row) {
      if (!std::isfinite(moderator[row])) {
        return fail(ErrorCode::invalid_argument, fmt::format("value {} is not a number", row + 1),
                    fmt::format("moderator {}", column + 1));
      }
      design(static_cast<Eigen::Index>(row), static_cast<Eigen::Index>(column + 1)) =
          moderator[row];
    }
  }
  return design;
}

}  // namespace

Result<MetaRegression> regress(std::span<const EffectEstimate> effects,
                               std::span<const std::vector<double>> moderators,
                               const SynthesisOptions& options) {
  if (options.model != Model::random_effects) {
    return fail(ErrorCode::invalid_argument, "a regression on moderators is one of random effects");
  }
  if (moderators.empty()) return fail(ErrorCode::invalid_argument, "there is no moderator");
  TRY(check_level(options.confidence));
  TRY(check_effects(effects));
  const auto design = TRY(design_of(effects.size(), moderators));
  MetaRegression found;
  found.tau_squared = TRY(estimate_tau_squared(effects, design, options.tau_squared));
  const auto fit = TRY(fit_weighted(effects, design, found.tau_squared));
  const auto freedom = static_cast<double>(design.rows() - design.cols());
  const bool is_normal = options.interval == IntervalMethod::normal;
  const double spread = is_normal ? 1.0 : fit.q / freedom;

  for (Eigen::Index i = 0; i < design.cols(); ++i) {
    const double value = fit.coefficients[i], error = std::sqrt(fit.covariance(i, i) * spread);
    const double quantile = is_normal ? normal_quantile((1 + options.confidence) / 2)
                                      : student_quantile((1 + options.confidence) / 2, freedom);
    const double statistic = value / error;
    found.coefficients.push_back(
        {value,
         error,
         statistic,
         is_normal ? normal_two_sided(statistic) : student_two_sided(statistic, freedom),
         {value - quantile * error, value + quantile * error}});
  }

  const auto p = design.cols() - 1;
  const Eigen::VectorXd slopes = fit.coefficients.tail(p);
  const double wald =
      slopes.dot(fit.covariance.bottomRightCorner(p, p).ldlt().solve(slopes)) / spread;
  found.omnibus_numerator = static_cast<double>(p);
  found.omnibus = is_normal ? wald : wald / found.omnibus_numerator;
  if (!is_normal) found.omnibus_denominator = freedom;
  found.omnibus_p_value = is_normal ? chi_squared_upper(wald, found.omnibus_numerator)
                                    : fisher_upper(found.omnibus, found.omnibus_numerator, freedom);

  found.q = TRY(fit_weighted(effects, design, 0)).q;
  found.q_p_value = chi_squared_upper(found.q, freedom);
  const double typical = TRY(typical_variance(effects, design));
  found.i_squared = found.tau_squared / (found.tau_squared + typical);
  const double before =
      TRY(estimate_tau_squared(effects, without_moderators(effects.size()), options.tau_squared));
  if (before > 0) found.r_squared = std::max(0.0, 1 - found.tau_squared / before);
  return found;
}

}  // namespace tributary::evidence
