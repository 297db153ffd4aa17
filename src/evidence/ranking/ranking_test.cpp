#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <limits>
#include <numeric>

#include "evidence/ranking/contributions.h"
#include "evidence/ranking/promethee.h"
#include "evidence/ranking/testing/tables.h"
#include "evidence/ranking/topsis.h"

namespace tributary::evidence {
namespace {

using testing::DoubleNear;
using testing::ElementsAre;
using testing::Pointwise;

std::vector<double> scores_by_option(const std::vector<Placement>& ranking) {
  std::vector<double> scores(ranking.size());
  for (const auto& placement : ranking) scores[placement.option] = placement.score;
  return scores;
}

std::vector<std::size_t> places_by_option(const std::vector<Placement>& ranking) {
  std::vector<std::size_t> places(ranking.size());
  for (const auto& placement : ranking) places[placement.option] = placement.place;
  return places;
}

std::vector<Preference> preferences_for(const DecisionTable& table, PreferenceShape shape) {
  return std::vector<Preference>(
      table.directions.size(),
      {.shape = shape, .indifference = 1, .preference = 4, .inflection = 2});
}

constexpr std::array kShapes{PreferenceShape::usual,   PreferenceShape::u_shape,
                             PreferenceShape::v_shape, PreferenceShape::level,
                             PreferenceShape::linear,  PreferenceShape::gaussian};

TEST(Placed, SharesAPlaceAmongEqualsAndLeavesOutTheNext) {
  EXPECT_THAT(placed(std::vector{0.5, 0.9, 0.9}),
              ElementsAre(Placement{1, 0.9, 1}, Placement{2, 0.9, 1}, Placement{0, 0.5, 3}));
}

TEST(Placed, TakesSumsInAnotherOrderForEqual) {
  ASSERT_NE(0.1 + 0.2 + 0.3, 0.3 + 0.2 + 0.1);
  EXPECT_THAT(places_by_option(placed(std::vector{0.3 + 0.2 + 0.1, 0.1 + 0.2 + 0.3})),
              ElementsAre(1, 1));
}

// Tzeng and Huang (2011), Multiple Attribute Decision Making, ch. 5.
TEST(Topsis, GivesThePublishedCloseness) {
  const DecisionTable table{.directions = std::vector(3, Direction::benefit),
                            .rows = {{5, 8, 4}, {7, 6, 8}, {8, 8, 6}, {7, 4, 6}}};
  const auto ranking = *topsis_ranking(table, std::vector{0.3, 0.4, 0.3});
  EXPECT_THAT(scores_by_option(ranking),
              Pointwise(DoubleNear(5e-5), {0.5037, 0.6581, 0.7482, 0.3340}));
  EXPECT_THAT(places_by_option(ranking), ElementsAre(3, 2, 1, 4));
}

TEST(Topsis, SaysWhereNothingTellsOptionsApart) {
  DecisionTable table{.directions = std::vector(2, Direction::benefit), .rows = {{1, 0}, {1, 0}}};
  EXPECT_EQ(topsis_ranking(table, std::vector{1.0, 1.0}).error().code, ErrorCode::unmet);
  table.rows[0][1] = 3;  // a difference that has no weight
  EXPECT_EQ(topsis_ranking(table, std::vector{1.0, 0.0}).error().code, ErrorCode::unmet);
}

RC_GTEST_PROP(Topsis, DoesNotDependOnUnits, ()) {
  const auto table = any_table();
  auto rescaled = table;
  for (auto& row : rescaled.rows) row[0] *= 1000;
  const auto weights = any_weights(table.directions.size());
  const auto one = topsis_ranking(table, weights), other = topsis_ranking(rescaled, weights);
  RC_ASSERT(one.has_value() == other.has_value());
  if (!one) return;
  const auto before = scores_by_option(*one), after = scores_by_option(*other);
  for (std::size_t i = 0; i < before.size(); ++i) RC_ASSERT(std::abs(before[i] - after[i]) < 1e-9);
}

TEST(WeightedSum, ScalesByRangeAndTurnsCosts) {
  const DecisionTable table{.directions = {Direction::benefit, Direction::cost, Direction::benefit},
                            .rows = {{10, 300, 7}, {20, 100, 7}, {15, 200, 7}}};
  const auto parts = *value_contributions(table, Scaling::by_range);
  EXPECT_THAT(parts.values, ElementsAre(0, 0, 0, 1, 1, 0, 0.5, 0.5, 0));
  EXPECT_THAT(scores_by_option(*weighted_ranking(parts, std::vector{2.0, 1.0, 1.0})),
              ElementsAre(0, 0.75, 0.375));
}

TEST(WeightedSum, TakesARubricAsItIs) {
  const DecisionTable table{.directions = std::vector(2, Direction::benefit),
                            .rows = {{4, 2}, {3, 3}}};
  const auto parts = *value_contributions(table, Scaling::as_given);
  EXPECT_THAT(places_by_option(*weighted_ranking(parts, std::vector{1.0, 1.0})), ElementsAre(1, 1));
  EXPECT_THAT(scores_by_option(*weighted_ranking(parts, std::vector{3.0, 1.0})),
              ElementsAre(3.5, 3));
}

TEST(DecisionTable, NamesWhatIsWrongWithIt) {
  const auto fault = [](const DecisionTable& table) {
    return value_contributions(table, Scaling::by_range).error().text();
  };
  EXPECT_EQ(fault({}), "a ranking takes at least two options");
  EXPECT_EQ(fault({.rows = {{}, {}}}), "there are no criteria");
  EXPECT_EQ(fault({.directions = {Direction::cost}, .rows = {{1}, {}}}),
            "option 2: 0 values for 1 criteria");
  for (const double odd : {std::nan(""), std::numeric_limits<double>::infinity()}) {
    EXPECT_EQ(fault({.directions = std::vector(2, Direction::cost), .rows = {{1, 2}, {3, odd}}}),
              "option 2, criterion 2: the value is no finite number");
  }
}

TEST(DecisionTable, HoldsTheLargestNumbersThereAre) {
  const double most = std::numeric_limits<double>::max();
  const DecisionTable table{.directions = {Direction::benefit}, .rows = {{-most}, {most}, {0}}};
  EXPECT_THAT(value_contributions(table, Scaling::by_range)->values, ElementsAre(0, 1, 0.5));
  EXPECT_THAT(scores_by_option(*topsis_ranking(table, std::vector{1.0})), ElementsAre(0, 1, 0.5));
}

TEST(Preference, IsReadFromItsShape) {
  const auto at = [](double difference, PreferenceShape shape) {
    return preference_for(difference,
                          {.shape = shape, .indifference = 1, .preference = 3, .inflection = 2});
  };
  for (const auto shape : kShapes) EXPECT_EQ(at(0, shape), 0);
  for (const auto shape : kShapes) EXPECT_EQ(at(-5, shape), 0);
  EXPECT_EQ(at(0.1, PreferenceShape::usual), 1);
  EXPECT_EQ(at(1, PreferenceShape::u_shape), 0);
  EXPECT_EQ(at(1.1, PreferenceShape::u_shape), 1);
  EXPECT_EQ(at(1.5, PreferenceShape::v_shape), 0.5);
  EXPECT_EQ(at(1, PreferenceShape::level), 0);
  EXPECT_EQ(at(3, PreferenceShape::level), 0.5);
  EXPECT_EQ(at(3.1, PreferenceShape::level), 1);
  EXPECT_EQ(at(1.5, PreferenceShape::linear), 0.25);
  EXPECT_EQ(at(9, PreferenceShape::linear), 1);
  EXPECT_NEAR(at(2, PreferenceShape::gaussian), 1 - std::exp(-0.5), 1e-15);
}

TEST(Promethee, NamesTheCriterionWhoseThresholdsAreNone) {
  const DecisionTable table{.directions = std::vector(2, Direction::benefit),
                            .rows = {{1, 2}, {2, 1}}};
  const auto fault = [&](const Preference& preference) {
    return net_flow_contributions(table, std::vector{Preference{}, preference}).error().context;
  };
  EXPECT_EQ(fault({.shape = PreferenceShape::u_shape, .indifference = -1}), "criterion 2");
  EXPECT_EQ(fault({.shape = PreferenceShape::v_shape, .preference = 0}), "criterion 2");
  EXPECT_EQ(fault({.shape = PreferenceShape::linear, .indifference = 3, .preference = 3}),
            "criterion 2");
  EXPECT_EQ(fault({.shape = PreferenceShape::level, .indifference = std::nan(""), .preference = 3}),
            "criterion 2");
  EXPECT_EQ(fault({.shape = PreferenceShape::gaussian, .inflection = 0}), "criterion 2");
  EXPECT_FALSE(net_flow_contributions(table, std::vector<Preference>(3)));
}

RC_GTEST_PROP(Promethee, NetFlowIsThatOfTheOutrankingOfAllPairs, ()) {
  const auto table = any_table();
  const auto preferences = preferences_for(table, *rc::gen::elementOf(kShapes));
  const auto weights = any_weights(table.directions.size());
  const double all = std::accumulate(weights.begin(), weights.end(), 0.0);
  const auto outranking = [&](std::size_t a, std::size_t b) {
    double sum = 0;
    for (std::size_t j = 0; j < weights.size(); ++j) {
      const double sign = table.directions[j] == Direction::cost ? -1 : 1;
      sum += weights[j] / all *
             preference_for(sign * (table.rows[a][j] - table.rows[b][j]), preferences[j]);
    }
    return sum;
  };
  const auto flows =
      scores_by_option(*weighted_ranking(*net_flow_contributions(table, preferences), weights));
  for (std::size_t a = 0; a < flows.size(); ++a) {
    double leaving = 0, entering = 0;
    for (std::size_t b = 0; b < flows.size(); ++b) {
      leaving += outranking(a, b);
      entering += outranking(b, a);
    }
    const auto others = static_cast<double>(flows.size() - 1);
    RC_ASSERT(std::abs(flows[a] - (leaving - entering) / others) < 1e-12);
  }
  RC_ASSERT(std::abs(std::accumulate(flows.begin(), flows.end(), 0.0)) < 1e-12);
}

RC_GTEST_PROP(Rankings, PutWhatIsAtLeastAsGoodThroughoutNotLower, ()) {
  auto table = any_table();
  table.rows[1] = table.rows[0];
  const auto criterion = *rc::gen::inRange<std::size_t>(0, table.directions.size());
  table.rows[1][criterion] += table.directions[criterion] == Direction::benefit ? 1 : -1;
  const auto weights = any_weights(table.directions.size());
  const auto preferences = preferences_for(table, *rc::gen::elementOf(kShapes));
  for (const auto& ranking :
       {weighted_ranking(*value_contributions(table, Scaling::by_range), weights),
        weighted_ranking(*net_flow_contributions(table, preferences), weights),
        topsis_ranking(table, weights)}) {
    const auto places = places_by_option(*ranking);
    RC_ASSERT(places[1] <= places[0]);
  }
}

RC_GTEST_PROP(Rankings, TieOptionsThatAreAlike, ()) {
  auto table = any_table();
  table.rows.push_back(table.rows[0]);
  const auto weights = any_weights(table.directions.size());
  for (const auto& ranking :
       {weighted_ranking(*value_contributions(table, Scaling::by_range), weights),
        topsis_ranking(table, weights)}) {
    if (!ranking) continue;
    const auto places = places_by_option(*ranking);
    RC_ASSERT(places.front() == places.back());
  }
}

}  // namespace
}  // namespace tributary::evidence
