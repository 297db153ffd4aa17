// evidence/synthesis/weighted_fit.h
//
// Weighted least squares of effects on moderators, at a given variance between studies: what every
// model of meta-analysis is made of. Without moderators the design is one column of ones.
//
// With W = diag(1 / (v + τ²)) and P = W − WX(XᵀWX)⁻¹XᵀW; nothing of size k × k is ever made, so k
// effects and p moderators cost k·p² operations. Pure functions; safe to call from any thread.
#pragma once

#include <Eigen/Dense>
#include <span>

#include "base/result.h"
#include "evidence/effect_size/effect_estimate.h"

namespace tributary::evidence {

/// Names the first effect, counted from 1, whose value is not finite or whose variance is not a
/// finite number above 0.
Result<> check_effects(std::span<const EffectEstimate> effects);

/// A column of ones for each effect.
[[nodiscard]] Eigen::MatrixXd without_moderators(std::size_t effects);

struct WeightedFit {
  Eigen::VectorXd coefficients;
  Eigen::MatrixXd covariance;  ///< (XᵀWX)⁻¹
  Eigen::VectorXd residuals;
  double q = 0;                ///< Σ w·residual²
  double log_determinant = 0;  ///< of XᵀWX
  double sum_of_weights = 0;
  double sum_of_squared_weights = 0;
  double trace_p = 0;
  double trace_pp = 0;
  double y_pp_y = 0;  ///< Σ w²·residual²
};

/// Errors: `invalid_argument` where moderators are not independent of one another (or of the
/// constant), or there are no more effects than coefficients. REQUIRES: a row of `design` for each
/// effect, checked effects, tau_squared ≥ 0.
Result<WeightedFit> fit_weighted(std::span<const EffectEstimate> effects,
                                 const Eigen::MatrixXd& design, double tau_squared);

}  // namespace tributary::evidence
