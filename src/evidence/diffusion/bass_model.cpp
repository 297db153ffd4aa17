#include "evidence/diffusion/bass_model.h"

#include <fmt/core.h>

#include <Eigen/Eigenvalues>
#include <Eigen/LU>
#include <algorithm>
#include <cmath>

#include "evidence/diffusion/bass_least_squares.h"
#include "evidence/distribution/distributions.h"

namespace tributary::evidence {

namespace {

/// Below this ratio of its ends the curvature does not tell three parameters apart.
constexpr double kFlattest = 1e-12;

Result<double> largest_of(std::span<const double> adopters) {
  double largest = 0;
  for (std::size_t i = 0; i < adopters.size(); ++i) {
    if (!std::isfinite(adopters[i]) || adopters[i] < 0) {
      return fail(ErrorCode::invalid_argument, "the adopters are no number from 0 on",
                  fmt::format("period {}", i + 1));
    }
    largest = std::max(largest, adopters[i]);
  }
  return largest;
}

std::unexpected<Error> no_fit(std::string_view code, std::string message) {
  return fail(ErrorCode::unmet, std::move(message), {}, Refusal{std::string(code)});
}

/// Whether so much of the curve has been seen that its height follows: the peak, or half of all
/// adopters.
bool saturation_is_visible(const BassLogs& logs, std::size_t periods) {
  const auto end = static_cast<double>(periods);
  const double peak = bass_peak(logs);
  if (peak > 0) return peak <= end;
  return bass_cumulative(logs, end).value >= std::exp(logs[0]) / 2;
}

Result<BassMinimum> convincing_minimum(std::span<const double> scaled) {
  auto minimum = least_squares_bass(scaled);
  if (!saturation_is_visible(minimum.logs, scaled.size())) {
    return no_fit(
        kNoSaturation,
        "no saturation visible yet: the series does not show when adoption stops growing");
  }
  const Eigen::SelfAdjointEigenSolver<Eigen::Matrix3d> spectrum(minimum.curvature);
  if (!(spectrum.eigenvalues()[0] > kFlattest * spectrum.eigenvalues()[2])) {
    return no_fit(kNotDetermined, "the series does not determine market, innovation and imitation");
  }
  if (!minimum.converged) {
    return no_fit(kNotDetermined,
                  fmt::format("the fit did not converge within {} steps", kMostBassSteps));
  }
  return minimum;
}

double t_reach(const BassFit& fit) {
  return student_quantile((1 + fit.level) / 2, static_cast<double>(fit.periods - 3));
}

BassParameter parameter_of(double log, double variance_of_log, double reach) {
  const double error = std::sqrt(variance_of_log);
  return {std::exp(log),
          std::exp(log) * error,
          {std::exp(log - reach * error), std::exp(log + reach * error)}};
}

double variance_along(const Eigen::Vector3d& gradient, const BassCovariance& covariance) {
  double variance = 0;
  for (int i = 0; i < 3; ++i) {
    for (int j = 0; j < 3; ++j) {
      variance += gradient[i] * gradient[j] *
                  covariance[static_cast<std::size_t>(i)][static_cast<std::size_t>(j)];
    }
  }
  return std::max(0.0, variance);
}

}  // namespace

Result<BassFit> fit_bass(std::span<const double> adopters, double level) {
  TRY(check_level(level));
  const double largest = TRY(largest_of(adopters));
  if (adopters.size() < kFewestPeriods) {
    return no_fit(kTooFewPeriods, fmt::format("{} periods are too few for a forecast: it takes {}",
                                              adopters.size(), kFewestPeriods));
  }
  if (largest == 0) return no_fit(kNobodyAdopts, "nobody has adopted yet");
  std::vector<double> scaled;
  for (const double value : adopters) scaled.push_back(value / largest);
  auto minimum = TRY(convincing_minimum(scaled));
  minimum.logs[0] += std::log(largest);
  BassFit fit{.periods = adopters.size(), .level = level};
  const double variance = minimum.squares / static_cast<double>(adopters.size() - 3);
  const Eigen::Matrix3d covariance = variance * minimum.curvature.inverse();
  for (int i = 0; i < 3; ++i) {
    for (int j = 0; j < 3; ++j) {
      fit.covariance[static_cast<std::size_t>(i)][static_cast<std::size_t>(j)] = covariance(i, j);
    }
  }
  const double reach = t_reach(fit);
  fit.market = parameter_of(minimum.logs[0], covariance(0, 0), reach);
  fit.innovation = parameter_of(minimum.logs[1], covariance(1, 1), reach);
  fit.imitation = parameter_of(minimum.logs[2], covariance(2, 2), reach);
  fit.residual_standard_error = largest * std::sqrt(variance);
  fit.peak = bass_peak(minimum.logs);
  return fit;
}

std::vector<BassForecast> forecast(const BassFit& fit, std::size_t periods) {
  const BassLogs logs(std::log(fit.market.value), std::log(fit.innovation.value),
                      std::log(fit.imitation.value));
  const double reach = t_reach(fit);
  const auto around = [&](double value, double variance) {
    const double width = reach * std::sqrt(variance);
    return Interval{std::max(0.0, value - width), value + width};
  };
  std::vector<BassForecast> result;
  for (std::size_t period = fit.periods + 1; period <= fit.periods + periods; ++period) {
    const auto density = bass_density(logs, static_cast<double>(period));
    const auto cumulative = bass_cumulative(logs, static_cast<double>(period));
    const double noise = fit.residual_standard_error * fit.residual_standard_error;
    result.push_back(
        {period, density.value,
         around(density.value, variance_along(density.gradient, fit.covariance) + noise),
         cumulative.value,
         around(cumulative.value, variance_along(cumulative.gradient, fit.covariance))});
  }
  return result;
}

}  // namespace tributary::evidence
