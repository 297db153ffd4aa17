#include "evidence/distribution/power_distributions.h"

#include <algorithm>
#include <boost/math/distributions/beta.hpp>
#include <boost/math/quadrature/gauss.hpp>
#include <boost/math/special_functions/gamma.hpp>
#include <cmath>

#include "evidence/distribution/distributions.h"

namespace tributary::evidence {

namespace {

constexpr double kLikeNormal = 1e6;
constexpr double kNegligible = 1e-17;
constexpr double kBeyondNormal = 8.5;  // Φ(−8.5) < 10⁻¹⁷
constexpr int kPanels = 16;

}  // namespace

double beta_quantile(double probability, double alpha, double beta) {
  return boost::math::quantile(boost::math::beta_distribution<>(alpha, beta), probability);
}

double noncentral_student_upper(double value, double degrees_of_freedom, double noncentrality) {
  if (degrees_of_freedom >= kLikeNormal) return normal_probability(noncentrality - value);
  const double shape = degrees_of_freedom / 2;
  // s lies between these two, and the normal probability is neither 0 nor 1 between the next two.
  const double lowest = std::sqrt(boost::math::gamma_p_inv(shape, kNegligible) / shape);
  const double highest = std::sqrt(boost::math::gamma_q_inv(shape, kNegligible) / shape);
  const double rejects_below = (noncentrality - kBeyondNormal) / value;
  const double rejects_never = (noncentrality + kBeyondNormal) / value;
  if (rejects_below >= highest) return 1;
  if (rejects_never <= lowest) return 0;
  double probability = 0;
  if (rejects_below > 0) {
    probability = boost::math::gamma_p(shape, shape * rejects_below * rejects_below);
  }
  const double begin = std::max(lowest, rejects_below), end = std::min(highest, rejects_never);
  const auto density = [&](double s) {
    return 2 * shape * s * boost::math::gamma_p_derivative(shape, shape * s * s) *
           normal_probability(noncentrality - value * s);
  };
  const double width = (end - begin) / kPanels;
  for (int panel = 0; panel < kPanels; ++panel) {
    const double from = begin + panel * width;
    probability +=
        boost::math::quadrature::gauss<double, 20>::integrate(density, from, from + width);
  }
  return std::clamp(probability, 0.0, 1.0);
}

}  // namespace tributary::evidence
