#include "app/ecosystem/potential/adoption_forecast.h"

#include <gtest/gtest.h>

namespace tributary::app {
namespace {

std::vector<ecosystem::SpreadPoint> spread_with(const std::vector<std::uint64_t>& adopters) {
  std::vector<ecosystem::SpreadPoint> spread;
  std::uint64_t adopted = 0;
  for (std::size_t at = 0; at < adopters.size(); ++at) {
    adopted += adopters[at];
    spread.push_back({.year = 2010 + static_cast<int>(at), .adopted = adopted, .in_use = adopted});
  }
  return spread;
}

/// Sales of video recorders (bass_model_test.cpp), 2010 to 2019.
const std::vector<std::uint64_t> kRecorders = {840,   1470,  2110, 4000, 7590,
                                               10950, 10530, 9470, 7790, 5890};

TEST(AdoptionForecast, GoesOnFromTheLastWholeYear) {
  const auto ahead = forecast_of(spread_with(kRecorders), *Date::from_iso("2019-12-31"));
  ASSERT_TRUE(ahead.fit) << ahead.why_not;
  EXPECT_EQ(ahead.years.back(), 2019);
  ASSERT_EQ(ahead.points.size(), kYearsAhead);
  EXPECT_EQ(ahead.points[0].year, 2020);
  EXPECT_NEAR(ahead.points[0].adopted, 62862.46, 0.5);
  EXPECT_NEAR(ahead.points[0].interval.high, 68508.9, 1);
  EXPECT_EQ(ahead.points[0].interval.low, 60640) << "so many have it already";
}

TEST(AdoptionForecast, LeavesTheYearAtHandOut) {
  auto adopters = kRecorders;
  adopters.push_back(3);
  const auto ahead = forecast_of(spread_with(adopters), *Date::from_iso("2020-02-01"));
  EXPECT_EQ(ahead.years.size(), 10U);
  EXPECT_EQ(ahead.points.front().year, 2020);
}

TEST(AdoptionForecast, SaysWhyThereIsNone) {
  const auto day = *Date::from_iso("2017-12-31");
  EXPECT_EQ(forecast_of(spread_with({1, 2, 4, 8, 16, 32, 64, 128}), day).why_not_code,
            evidence::kNoSaturation);
  EXPECT_EQ(forecast_of(spread_with({1, 2}), day).why_not_code, evidence::kTooFewPeriods);
  const auto none = forecast_of({}, day);
  EXPECT_EQ(none.why_not_code, evidence::kTooFewPeriods);
  EXPECT_TRUE(none.points.empty());
}

}  // namespace
}  // namespace tributary::app
