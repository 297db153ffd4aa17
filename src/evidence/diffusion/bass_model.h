// evidence/diffusion/bass_model.h
//
// How many adopt when: the Bass model, fitted to adopters per period by non-linear least squares.
//
//   const std::vector sales{840., 1470., 2110., 4000., 7590., 10950., 10530., 9470., 7790., 5890.};
//   const auto fit = TRY(fit_bass(sales));
//   fit.market.value     →  67,981, of which 95 %: 60,974 to 75,794
//   forecast(fit, 3)     →  what periods 11 to 13 bring, with intervals
//
// Where a series does not show enough, there is a reason instead of a forecast. Pure functions;
// safe to call from any thread.
#pragma once

#include <array>
#include <span>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "evidence/distribution/interval.h"

namespace tributary::evidence {

inline constexpr std::size_t kFewestPeriods = 5;

/// Why there is no fit: the code of the refusal that comes with the error.
inline constexpr std::string_view kTooFewPeriods = "too_few_periods";
inline constexpr std::string_view kNobodyAdopts = "nobody_adopts";
inline constexpr std::string_view kNoSaturation = "no_saturation";
inline constexpr std::string_view kNotDetermined = "not_determined";  ///< or no convergence

struct BassParameter {
  double value = 0;
  double standard_error = 0;  ///< for large samples
  Interval interval;  ///< from the logarithm, so above 0; t with periods − 3 degrees of freedom
  bool operator==(const BassParameter&) const = default;
};

/// The parameters' logarithms in the order m, p, q.
using BassCovariance = std::array<std::array<double, 3>, 3>;

struct BassFit {
  BassParameter market;                ///< m: all who will ever adopt
  BassParameter innovation;            ///< p: the rate of those who adopt of themselves, per period
  BassParameter imitation;             ///< q: that of those who follow others, per period
  double residual_standard_error = 0;  ///< in adopters per period
  double peak = 0;  ///< ln(q/p)/(p + q), in periods; below 0 where adoption only falls
  std::size_t periods = 0;
  double level = kUsualLevel;
  BassCovariance covariance{};
  bool operator==(const BassFit&) const = default;
};

/// Fits S(t) = m·f(t) at t = 1, 2 …, f(t) = ((p + q)²/p)·e^(−(p+q)t) / (1 + (q/p)·e^(−(p+q)t))²,
/// with independent errors of equal variance. `adopters` are those of each period, the first being
/// that of the introduction. Source: Bass (1969), Management Science 15(5); estimation as in
/// Srinivasan and Mason (1986), with the density. Errors: `invalid_argument` for a number that is
/// negative or not finite (names the period) and for a level that is none; `unmet` with the reason
/// where there is no fit: too few periods, nobody adopts, no saturation visible yet (the fitted
/// peak lies ahead), the series does not determine m, p and q, the iteration did not converge.
Result<BassFit> fit_bass(std::span<const double> adopters, double level = kUsualLevel);

struct BassForecast {
  std::size_t period = 0;
  double adopters = 0;
  Interval adopters_interval;  ///< of what will be observed: with the error of the period
  double cumulative = 0;       ///< expected adopters up to its end
  Interval cumulative_interval;
  bool operator==(const BassForecast&) const = default;
};

/// The periods after the last one observed. Intervals by the delta method, cut off at 0.
[[nodiscard]] std::vector<BassForecast> forecast(const BassFit& fit, std::size_t periods);

}  // namespace tributary::evidence
