#include "app/scouting/rising_trend.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <random>
#include <vector>

namespace tributary::app {
namespace {

using Counts = std::vector<std::uint64_t>;
using Exposures = std::vector<double>;

TEST(RisingTrend, IsTheScoreOfTheTextbook) {
  // By hand: π = 1/4 each, Σtπ = 1.5, Σt²π = 3.5; U = 0·2 + 4 + 12 + 24 − 20·1.5 = 10,
  // Var = 20·(3.5 − 2.25) = 25.
  EXPECT_NEAR(*rise_of(Counts{2, 4, 6, 8}, Exposures{100, 100, 100, 100}), 2.0, 1e-12);
}

TEST(RisingTrend, ShareThatStaysIsNoRiseHoweverTheYearsGrow) {
  const Counts counts{10, 20, 40, 80};
  EXPECT_NEAR(*rise_of(counts, Exposures{100, 200, 400, 800}), 0, 1e-9);
  EXPECT_GT(*rise_of(counts, Exposures{100, 100, 100, 100}), 5);
  EXPECT_LT(*rise_of(counts, Exposures{100, 400, 1'600, 6'400}), -5);
}

TEST(RisingTrend, NothingIsSaidOfOneYear) {
  EXPECT_FALSE(rise_of(Counts{0, 7, 0}, Exposures{0, 50, 0}));
  EXPECT_FALSE(rise_of(Counts{0, 0}, Exposures{50, 50}));
  EXPECT_TRUE(rise_of(Counts{0, 7}, Exposures{50, 50}));
}

TEST(RisingTrend, GrowthIsThatOfTheShares) {
  const Exposures projects{1'000, 1'000, 1'000, 1'000, 1'000};
  const auto growth = growth_of(Counts{100, 120, 144, 173, 207}, projects);
  EXPECT_NEAR(growth.per_year, 1.2, 0.002);
  EXPECT_GT(growth.low, 1.12);
  ASSERT_TRUE(growth.high);
  EXPECT_LT(*growth.high, 1.29);
  EXPECT_NEAR(growth_of(Counts{207, 173, 144, 120, 100}, projects).per_year, 1 / 1.2, 0.002);
}

TEST(RisingTrend, GrowthOutOfNothingHasALowerEndAndNoUpperOne) {
  const auto growth = growth_of(Counts{0, 0, 0, 12}, Exposures{100, 100, 100, 100});
  EXPECT_GT(growth.low, 1.5);
  EXPECT_FALSE(growth.high);
}

TEST(RisingTrend, IntervalHoldsTheTruthAsOftenAsItSays) {
  std::mt19937 random(7);  // the same every time
  const Exposures projects{300, 320, 500, 410, 450, 480};
  constexpr int kTrials = 2'000;
  constexpr double kTruth = 1.15;
  int held = 0;
  for (int trial = 0; trial < kTrials; ++trial) {
    Counts counts;
    for (std::size_t year = 0; year < projects.size(); ++year) {
      const double mean = projects[year] * 0.03 * std::pow(kTruth, static_cast<double>(year));
      counts.push_back(static_cast<std::uint64_t>(std::poisson_distribution<int>(mean)(random)));
    }
    const auto growth = growth_of(counts, projects);
    if (growth.low <= kTruth && (!growth.high || *growth.high >= kTruth)) ++held;
  }
  EXPECT_NEAR(static_cast<double>(held) / kTrials, 0.95, 0.015);
}

TEST(RisingTrend, ChanceIsThatOfTheNormal) {
  EXPECT_DOUBLE_EQ(chance_of(0), 0.5);
  EXPECT_NEAR(chance_of(1.6448536269514722), 0.05, 1e-12);
  EXPECT_NEAR(chance_of(6), 9.865876450376946e-10, 1e-20);
}

}  // namespace
}  // namespace tributary::app
