#include "evidence/diffusion/bass_model.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <limits>

#include "evidence/diffusion/bass_curve.h"
#include "evidence/distribution/random_numbers.h"

namespace tributary::evidence {
namespace {

/// Sales of video recorders in the USA, 1980 to 1989.
std::vector<double> video_recorders() {
  return {840, 1470, 2110, 4000, 7590, 10950, 10530, 9470, 7790, 5890};
}

std::vector<double> bass_series(double m, double p, double q, std::size_t periods) {
  std::vector<double> series;
  for (std::size_t t = 1; t <= periods; ++t) {
    series.push_back(
        bass_density({std::log(m), std::log(p), std::log(q)}, static_cast<double>(t)).value);
  }
  return series;
}

std::string reason_against(const std::vector<double>& series) {
  const auto fit = fit_bass(series);
  return fit ? "" : fit.error().message;
}

TEST(Bass, FitsThePublishedSeries) {
  // Published R output (nls): m 6.80e4, p 6.59e-3, q 6.38e-1, residual standard error 727.
  const auto fit = *fit_bass(video_recorders());
  EXPECT_NEAR(fit.market.value, 67980.9, 0.05);
  EXPECT_NEAR(fit.innovation.value, 0.006594, 5e-7);
  EXPECT_NEAR(fit.imitation.value, 0.638091, 5e-7);
  EXPECT_NEAR(fit.residual_standard_error, 727.19, 0.01);
  EXPECT_NEAR(fit.peak, 7.092, 5e-4);
}

// Computed apart with scipy 1.12 (least_squares, numerical derivatives).
TEST(Bass, TellsHowFarItsParametersAreKnown) {
  const auto fit = *fit_bass(video_recorders());
  EXPECT_NEAR(fit.market.standard_error, 3127.52, 0.1);
  EXPECT_NEAR(fit.innovation.standard_error, 0.00143026, 1e-7);
  EXPECT_NEAR(fit.imitation.standard_error, 0.0413959, 1e-6);
  EXPECT_NEAR(fit.market.interval.low, 60973.6, 1);
  EXPECT_NEAR(fit.market.interval.high, 75793.6, 1);
  EXPECT_NEAR(fit.innovation.interval.low, 0.00394818, 1e-7);
  EXPECT_NEAR(fit.imitation.interval.high, 0.743884, 1e-5);
}

TEST(Bass, ForecastsWithIntervals) {
  const auto next = forecast(*fit_bass(video_recorders()), 30);
  ASSERT_EQ(next.size(), 30U);
  EXPECT_EQ(next[0].period, 11U);
  EXPECT_NEAR(next[0].adopters, 3053.88, 0.05);
  EXPECT_NEAR(next[0].adopters_interval.low, 1056.05, 0.5);
  EXPECT_NEAR(next[0].adopters_interval.high, 5051.72, 0.5);
  EXPECT_NEAR(next[0].cumulative, 62862.46, 0.5);
  EXPECT_NEAR(next[0].cumulative_interval.low, 57216.1, 1);
  EXPECT_NEAR(next[0].cumulative_interval.high, 68508.9, 1);
  EXPECT_EQ(next.back().adopters_interval.low, 0);
  EXPECT_NEAR(next.back().cumulative, 67980.9, 1);
}

TEST(Bass, SaysThatNoSaturationIsVisibleWhileAdoptionGrows) {
  const std::string reason =
      "no saturation visible yet: the series does not show when adoption stops growing";
  EXPECT_EQ(reason_against({1, 2, 4, 8, 16, 32, 64}), reason);
  EXPECT_EQ(reason_against({10, 20, 30, 40, 50, 60, 70, 80}), reason);
  EXPECT_EQ(reason_against({840, 1470, 2110, 4000, 7590}), reason);
}

TEST(Bass, SaysThatPeriodsAreTooFew) {
  EXPECT_EQ(reason_against({1, 5, 9, 2}), "4 periods are too few for a forecast: it takes 5");
  EXPECT_EQ(reason_against({}), "0 periods are too few for a forecast: it takes 5");
}

TEST(Bass, SaysThatNobodyHasAdopted) {
  EXPECT_EQ(reason_against(std::vector<double>(12, 0)), "nobody has adopted yet");
}

TEST(Bass, IsNotFittedToASingleBurst) {
  EXPECT_FALSE(fit_bass(std::vector<double>{0, 0, 0, 500, 0, 0, 0, 0}));
}

TEST(Bass, NamesThePeriodWhoseNumberIsNone) {
  for (const double odd : {-1.0, std::nan(""), std::numeric_limits<double>::infinity()}) {
    auto series = video_recorders();
    series[6] = odd;
    EXPECT_EQ(fit_bass(series).error().context, "period 7");
  }
  EXPECT_FALSE(fit_bass(video_recorders(), 1.0));
}

RC_GTEST_PROP(Bass, FindsTheCurveThatASeriesLiesOn, ()) {
  const double m = *rc::gen::inRange(20, 1'000'000);
  const double p = *rc::gen::inRange(5, 400) / 1e4;
  const double q = *rc::gen::inRange(20, 90) / 1e2;
  const double peak = std::log(q / p) / (p + q);
  const auto periods = static_cast<std::size_t>(std::max(5.0, std::ceil(peak * 1.5)));
  const auto fit = fit_bass(bass_series(m, p, q, periods));
  RC_ASSERT(fit.has_value());
  RC_ASSERT(std::abs(fit->market.value / m - 1) < 1e-6);
  RC_ASSERT(std::abs(fit->innovation.value / p - 1) < 1e-6);
  RC_ASSERT(std::abs(fit->imitation.value / q - 1) < 1e-6);
}

RC_GTEST_PROP(Bass, KeepsItsShapeInAnotherUnit, ()) {
  const double factor = *rc::gen::elementOf(std::vector{1e-9, 0.01, 3.0, 1e12, 1e290});
  auto series = video_recorders();
  for (auto& value : series) value *= factor;
  const auto one = *fit_bass(video_recorders()), other = *fit_bass(series);
  RC_ASSERT(std::abs(other.market.value / factor / one.market.value - 1) < 1e-6);
  RC_ASSERT(std::abs(other.imitation.value / one.imitation.value - 1) < 1e-6);
}

TEST(Bass, IntervalsHoldTheTruthAsOftenAsTheySay) {
  RandomNumbers random(11);
  const auto curve = bass_series(1000, 0.01, 0.5, 20);
  int held = 0;
  constexpr int kSeries = 400;
  for (int i = 0; i < kSeries; ++i) {
    auto series = curve;
    for (auto& value : series) {  // the sum of twelve uniform numbers is nearly normal
      double noise = -6;
      for (int k = 0; k < 12; ++k) noise += random.uniform();
      value = std::max(0.0, value + 2 * noise);
    }
    const auto fit = *fit_bass(series);
    held += fit.market.interval.low <= 1000 && 1000 <= fit.market.interval.high ? 1 : 0;
  }
  // Four standard errors of 400 draws: sqrt(.95 × .05 / 400) = .011.
  EXPECT_NEAR(held / static_cast<double>(kSeries), 0.95, 0.044);
}

}  // namespace
}  // namespace tributary::evidence
