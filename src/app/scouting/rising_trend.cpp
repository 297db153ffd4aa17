#include "app/scouting/rising_trend.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace tributary::app {
namespace {

constexpr double kTwoSided95 = 1.959963984540054;
/// Of the logarithm: a share that is 148 times as large with every year is beyond all interest.
constexpr double kSteepest = 5;

struct Moments {
  double total = 0, mean = 0, variance = 0;
};

/// Of the year, by the exposures that grow by e^slope a year.
Moments moments_of(std::span<const double> exposures, double slope) {
  Moments found;
  const auto last = static_cast<double>(exposures.size()) - 1;
  double sum_of_squares = 0;
  for (std::size_t at = 0; at < exposures.size(); ++at) {
    const auto year = static_cast<double>(at);
    const double weight = exposures[at] * std::exp(slope * (slope > 0 ? year - last : year));
    found.total += weight;
    found.mean += weight * year;
    sum_of_squares += weight * year * year;
  }
  if (found.total <= 0) return found;
  found.mean /= found.total;
  found.variance = std::max(0.0, sum_of_squares / found.total - found.mean * found.mean);
  return found;
}

/// z where the share grows by e^slope a year; falls as the slope rises.
double score_at(double slope, std::span<const std::uint64_t> counts,
                std::span<const double> exposures) {
  double total = 0, sum = 0;
  for (std::size_t at = 0; at < counts.size(); ++at) {
    total += static_cast<double>(counts[at]);
    sum += static_cast<double>(counts[at]) * static_cast<double>(at);
  }
  const auto expected = moments_of(exposures, slope);
  return (sum - total * expected.mean) / std::sqrt(total * expected.variance);
}

/// The slope at which z is `score`, within what is of interest.
double slope_where(double score, std::span<const std::uint64_t> counts,
                   std::span<const double> exposures) {
  constexpr int kHalvings = 50;
  double low = -kSteepest, high = kSteepest;
  for (int step = 0; step < kHalvings; ++step) {
    const double middle = (low + high) / 2;
    (score_at(middle, counts, exposures) > score ? low : high) = middle;
  }
  return (low + high) / 2;
}

}  // namespace

std::optional<double> rise_of(std::span<const std::uint64_t> counts,
                              std::span<const double> exposures) {
  const bool is_anywhere = std::ranges::any_of(counts, [](auto count) { return count > 0; });
  if (!is_anywhere || moments_of(exposures, 0).variance <= 0) return std::nullopt;
  return score_at(0, counts, exposures);
}

double chance_of(double z) { return 0.5 * std::erfc(z / std::numbers::sqrt2); }

Growth growth_of(std::span<const std::uint64_t> counts, std::span<const double> exposures) {
  const auto high = slope_where(-kTwoSided95, counts, exposures);
  constexpr double kAtTheEnd = 1e-6;
  Growth growth{.per_year = std::exp(slope_where(0, counts, exposures)),
                .low = std::exp(slope_where(kTwoSided95, counts, exposures)),
                .high = std::exp(high)};
  if (high > kSteepest - kAtTheEnd) growth.high.reset();
  return growth;
}

}  // namespace tributary::app
