#include "evidence/synthesis/weighted_fit.h"

#include <fmt/format.h>

#include <cmath>

namespace tributary::evidence {
namespace {

/// Below this share of the largest, a pivot of XᵀWX is nothing but rounding.
constexpr double kSmallestPivot = 1e-12;

}  // namespace

Result<> check_effects(std::span<const EffectEstimate> effects) {
  for (std::size_t i = 0; i < effects.size(); ++i) {
    if (!std::isfinite(effects[i].value)) {
      return fail(ErrorCode::invalid_argument, "its value is not a number",
                  fmt::format("effect {}", i + 1));
    }
    if (!std::isfinite(effects[i].variance) || effects[i].variance <= 0) {
      return fail(ErrorCode::invalid_argument, "its variance is not a number above 0",
                  fmt::format("effect {}", i + 1));
    }
  }
  return {};
}

Eigen::MatrixXd without_moderators(std::size_t effects) {
  return Eigen::MatrixXd::Ones(static_cast<Eigen::Index>(effects), 1);
}

Result<WeightedFit> fit_weighted(std::span<const EffectEstimate> effects,
                                 const Eigen::MatrixXd& design, double tau_squared) {
  const auto count = design.rows(), coefficients = design.cols();
  if (count <= coefficients) {
    return fail(ErrorCode::invalid_argument,
                fmt::format("{} effects are too few for {} coefficients", count, coefficients));
  }
  Eigen::VectorXd weights(count), values(count);
  for (Eigen::Index i = 0; i < count; ++i) {
    const auto& effect = effects[static_cast<std::size_t>(i)];
    weights[i] = 1 / (effect.variance + tau_squared);
    values[i] = effect.value;
  }
  // Columns are brought to one length first, so that a moderator in euros weighs as one in years.
  const Eigen::VectorXd lengths = (design.cwiseAbs2().transpose() * weights).cwiseSqrt();
  const Eigen::VectorXd scale =
      lengths.unaryExpr([](double length) { return length > 0 ? 1 / length : 0; });
  const Eigen::MatrixXd scaled = design * scale.asDiagonal();
  const Eigen::MatrixXd weighted = weights.asDiagonal() * scaled;
  const Eigen::MatrixXd normal = scaled.transpose() * weighted;
  const Eigen::LDLT<Eigen::MatrixXd> factors(normal);
  if (factors.info() != Eigen::Success || !(factors.vectorD().minCoeff() > kSmallestPivot)) {
    return fail(ErrorCode::invalid_argument,
                "the moderators tell the same as one another, so their coefficients are not known");
  }
  const Eigen::MatrixXd inverse =
      factors.solve(Eigen::MatrixXd::Identity(coefficients, coefficients));
  const Eigen::MatrixXd squared = weighted.transpose() * weighted;  // XᵀW²X
  const Eigen::MatrixXd cubed = weighted.transpose() * weights.asDiagonal() * weighted;
  const Eigen::MatrixXd ratio = inverse * squared;

  WeightedFit fit;
  fit.coefficients = scale.asDiagonal() * (inverse * (weighted.transpose() * values));
  fit.covariance = scale.asDiagonal() * inverse * scale.asDiagonal();
  fit.residuals = values - design * fit.coefficients;
  const Eigen::VectorXd weighted_residuals = weights.cwiseProduct(fit.residuals);
  fit.q = weighted_residuals.dot(fit.residuals);
  fit.y_pp_y = weighted_residuals.squaredNorm();
  fit.log_determinant = factors.vectorD().array().log().sum() - 2 * scale.array().log().sum();
  fit.sum_of_weights = weights.sum();
  fit.sum_of_squared_weights = weights.squaredNorm();
  fit.trace_p = fit.sum_of_weights - ratio.trace();
  fit.trace_pp =
      fit.sum_of_squared_weights - 2 * (inverse * cubed).trace() + (ratio * ratio).trace();
  return fit;
}

}  // namespace tributary::evidence
