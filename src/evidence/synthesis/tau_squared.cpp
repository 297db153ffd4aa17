#include "evidence/synthesis/tau_squared.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "evidence/distribution/distributions.h"

namespace tributary::evidence {
namespace {

constexpr int kMaximumSteps = 200;
constexpr double kRelativePrecision = 1e-12;

double degrees_of_freedom(const Eigen::MatrixXd& design) {
  return static_cast<double>(design.rows() - design.cols());
}

class Likelihood {
 public:
  Likelihood(std::span<const EffectEstimate> effects, const Eigen::MatrixXd& design,
             bool restricted)
      : effects_(effects), design_(design), restricted_(restricted) {}

  struct Point {
    double logarithm = 0;
    double step = 0;  ///< of Fisher scoring: the score by the information
  };

  [[nodiscard]] Result<Point> at(double tau_squared) const {
    const auto fit = TRY(fit_weighted(effects_, design_, tau_squared));
    double logarithm = -fit.q / 2 - (restricted_ ? fit.log_determinant / 2 : 0);
    for (const auto& effect : effects_) logarithm -= std::log(effect.variance + tau_squared) / 2;
    const double expected = restricted_ ? fit.trace_p : fit.sum_of_weights;
    const double information = restricted_ ? fit.trace_pp : fit.sum_of_squared_weights;
    return Point{logarithm, (fit.y_pp_y - expected) / information};
  }

 private:
  std::span<const EffectEstimate> effects_;
  const Eigen::MatrixXd& design_;
  bool restricted_;
};

Result<double> climb(const Likelihood& likelihood, double start, double precision) {
  double tau_squared = start;
  auto here = TRY(likelihood.at(tau_squared));
  for (int step = 0; step < kMaximumSteps; ++step) {
    double next = std::max(0.0, tau_squared + here.step);
    auto there = TRY(likelihood.at(next));
    // Scoring may leap over the top; half the way is then nearer to it.
    while (there.logarithm < here.logarithm && std::abs(next - tau_squared) > precision) {
      next = (next + tau_squared) / 2;
      there = TRY(likelihood.at(next));
    }
    const bool is_there = std::abs(next - tau_squared) <= precision;
    tau_squared = next;
    here = there;
    if (is_there) return tau_squared;
  }
  return fail(
      ErrorCode::internal,
      fmt::format("the variance between studies did not converge in {} steps", kMaximumSteps));
}

/// By least squares without weights, (Σ residual² − tr(PV))/(k − p) (Hedges 1983).
Result<double> unweighted_estimate(std::span<const EffectEstimate> effects,
                                   const Eigen::MatrixXd& design) {
  std::vector<EffectEstimate> alike(effects.begin(), effects.end());
  for (auto& effect : alike) effect.variance = 1;
  const auto fit = TRY(fit_weighted(alike, design, 0));
  double chance = 0;
  for (Eigen::Index i = 0; i < design.rows(); ++i) {
    const double leverage = design.row(i) * fit.covariance * design.row(i).transpose();
    chance += effects[static_cast<std::size_t>(i)].variance * (1 - leverage);
  }
  return std::max(0.0, (fit.q - chance) / degrees_of_freedom(design));
}

/// Where the generalised Q, which falls as τ² grows, comes down to `target`; 0 where it never is
/// above.
Result<double> where_q_is(std::span<const EffectEstimate> effects, const Eigen::MatrixXd& design,
                          double target, double unit) {
  const auto q_at = [&](double tau_squared) -> Result<double> {
    return TRY(fit_weighted(effects, design, tau_squared)).q;
  };
  if (TRY(q_at(0)) <= target) return 0.0;
  double low = 0, high = unit;
  while (TRY(q_at(high)) > target) {
    low = high;
    high *= 2;
    if (!std::isfinite(high))
      return fail(ErrorCode::internal, "the variance between studies has no end");
  }
  while (high - low > kRelativePrecision * (high + unit)) {
    const double middle = low + (high - low) / 2;
    if (middle <= low || middle >= high) break;
    (TRY(q_at(middle)) > target ? low : high) = middle;
  }
  return low + (high - low) / 2;
}

}  // namespace

Result<double> typical_variance(std::span<const EffectEstimate> effects,
                                const Eigen::MatrixXd& design) {
  return degrees_of_freedom(design) / TRY(fit_weighted(effects, design, 0)).trace_p;
}

Result<double> estimate_tau_squared(std::span<const EffectEstimate> effects,
                                    const Eigen::MatrixXd& design, TauSquaredMethod method,
                                    double precision) {
  switch (method) {
    case TauSquaredMethod::der_simonian_laird: {
      const auto common = TRY(fit_weighted(effects, design, 0));
      return std::max(0.0, (common.q - degrees_of_freedom(design)) / common.trace_p);
    }
    case TauSquaredMethod::paule_mandel:
      return where_q_is(effects, design, degrees_of_freedom(design),
                        TRY(typical_variance(effects, design)));
    case TauSquaredMethod::maximum_likelihood:
    case TauSquaredMethod::restricted_maximum_likelihood:
      break;
  }
  const bool restricted = method == TauSquaredMethod::restricted_maximum_likelihood;
  return climb(Likelihood(effects, design, restricted), TRY(unweighted_estimate(effects, design)),
               precision);
}

Result<Interval> tau_squared_interval(std::span<const EffectEstimate> effects,
                                      const Eigen::MatrixXd& design, double confidence) {
  TRY(check_level(confidence));
  const double unit = TRY(typical_variance(effects, design));
  const double freedom = degrees_of_freedom(design), tail = (1 - confidence) / 2;
  return Interval{TRY(where_q_is(effects, design, chi_squared_quantile(1 - tail, freedom), unit)),
                  TRY(where_q_is(effects, design, chi_squared_quantile(tail, freedom), unit))};
}

}  // namespace tributary::evidence
