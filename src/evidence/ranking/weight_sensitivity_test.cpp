#include "evidence/ranking/weight_sensitivity.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <set>

#include "evidence/ranking/testing/tables.h"

namespace tributary::evidence {
namespace {

std::set<std::size_t> first_places(const Contributions& parts, const Weights& weights) {
  std::set<std::size_t> options;
  const auto ranking = weighted_ranking(parts, weights).value();
  for (const auto& placement : ranking) {
    if (placement.place == 1) options.insert(placement.option);
  }
  return options;
}

/// The weights when that of `criterion` is moved and the others keep their proportions.
Weights moved(Weights weights, std::size_t criterion, double weight) {
  double others = 0;
  for (std::size_t i = 0; i < weights.size(); ++i) others += i == criterion ? 0 : weights[i];
  for (auto& other : weights) other *= (1 - weight) / others;
  weights[criterion] = weight;
  return weights;
}

TEST(WeightSensitivity, TellsHowFarAWeightCanMoveAndWhoIsFirstThen) {
  // Option 0 has 0.6·w, option 1 has 1 − w, option 2 has 0.5: level at 1/1.6 and 0.5/0.6 with
  // option 0, which leads at 0.9.
  const Contributions parts{.options = 3, .criteria = 2, .values = {0.6, 0, 0, 1, 0.5, 0.5}};
  const auto ranges = *weight_sensitivity(parts, std::vector{0.9, 0.1});
  EXPECT_NEAR(ranges[0].unchanged.low, 0.5 / 0.6, 1e-12);
  EXPECT_EQ(ranges[0].unchanged.high, 1);
  EXPECT_EQ(ranges[0].below, 2U);
  EXPECT_EQ(ranges[0].above, std::nullopt);
  EXPECT_NEAR(ranges[1].unchanged.high, 1 - 0.5 / 0.6, 1e-12);
  EXPECT_EQ(ranges[1].above, 2U);
}

TEST(WeightSensitivity, OfATieIsNone) {
  const Contributions parts{.options = 2, .criteria = 2, .values = {1, 0, 0, 1}};
  const auto ranges = *weight_sensitivity(parts, std::vector{0.5, 0.5});
  EXPECT_EQ(ranges[0].unchanged, (Interval{0.5, 0.5}));
  EXPECT_EQ(ranges[0].below, 1U);
  EXPECT_EQ(ranges[0].above, 0U);
}

TEST(WeightSensitivity, OptionsThatAreAlikeShareTheFirstPlaceWhateverTheWeights) {
  const Contributions parts{.options = 3, .criteria = 2, .values = {1, 1, 1, 1, 0, 0}};
  const auto ranges = *weight_sensitivity(parts, std::vector{0.3, 0.7});
  for (const auto& range : ranges) {
    EXPECT_EQ(range.unchanged, (Interval{0, 1}));
    EXPECT_FALSE(range.below || range.above);
  }
}

TEST(WeightSensitivity, OfTheOnlyCriterionIsItsWeight) {
  const Contributions parts{.options = 2, .criteria = 1, .values = {1, 0}};
  EXPECT_EQ(weight_sensitivity(parts, std::vector{3.0})->front().unchanged, (Interval{1, 1}));
}

TEST(WeightSensitivity, WhereOneCriterionHasAllTheWeightOthersShareAlike) {
  const Contributions parts{.options = 2, .criteria = 3, .values = {1, 0, 0, 0, 1, 1}};
  const auto range = weight_sensitivity(parts, std::vector{1.0, 0.0, 0.0})->front();
  EXPECT_NEAR(range.unchanged.low, 0.5, 1e-12);
  EXPECT_EQ(range.below, 1U);
}

RC_GTEST_PROP(WeightSensitivity, FirstPlacesStayInsideAndChangeBeyond, ()) {
  const auto parts = any_parts(2);
  const auto weights = *normalised_weights(any_weights(parts.criteria), parts.criteria);
  const auto now = first_places(parts, weights);
  const auto ranges = *weight_sensitivity(parts, weights);
  for (std::size_t criterion = 0; criterion < ranges.size(); ++criterion) {
    const auto& [weight, unchanged, below, above] = ranges[criterion];
    RC_ASSERT(unchanged.low <= weight + 1e-9 && weight <= unchanged.high + 1e-9);
    for (const double share : {0.1, 0.5, 0.9}) {
      const double inside = unchanged.low + share * (unchanged.high - unchanged.low);
      if (unchanged.high - unchanged.low > 1e-6) {
        RC_ASSERT(first_places(parts, moved(weights, criterion, inside)) == now);
      }
    }
    if (below) {
      const auto then = first_places(parts, moved(weights, criterion, unchanged.low - 1e-7));
      RC_ASSERT(then != now && then.contains(*below));
    }
    if (above) {
      const auto then = first_places(parts, moved(weights, criterion, unchanged.high + 1e-7));
      RC_ASSERT(then != now && then.contains(*above));
    }
  }
}

}  // namespace
}  // namespace tributary::evidence
