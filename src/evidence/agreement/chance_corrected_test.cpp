#include "evidence/agreement/chance_corrected.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <limits>

#include "evidence/agreement/testing/panels.h"
#include "evidence/distribution/random_numbers.h"

namespace tributary::evidence {
namespace {

struct Expected {
  Weighting weighting;
  double value, standard_error, low;
};

void expect_near(const Result<Agreement>& found, const Expected& expected) {
  ASSERT_TRUE(found);
  EXPECT_NEAR(found->value, expected.value, 5e-6) << name_of(expected.weighting);
  EXPECT_NEAR(*found->standard_error, expected.standard_error, 5e-6) << name_of(expected.weighting);
  EXPECT_NEAR(found->interval->low, expected.low, 5e-6) << name_of(expected.weighting);
}

// The figures of the next two tests are those of irrCAC 0.4.4 for the same panel.
TEST(GwetCoefficient, IsThatOfThePublishedPanelForAllWeights) {
  const auto counted = *tally(krippendorffs_panel());
  for (const auto& expected : {Expected{Weighting::identity, 0.77544, 0.14295, 0.4608133},
                               Expected{Weighting::ordinal, 0.8989398, 0.1069035, 0.6636467},
                               Expected{Weighting::linear, 0.8587391, 0.117329, 0.6004997},
                               Expected{Weighting::quadratic, 0.9140007, 0.1039622, 0.6851814}}) {
    expect_near(gwet_coefficient(counted, expected.weighting), expected);
  }
  EXPECT_EQ(gwet_coefficient(counted)->interval->high, 1);
}

TEST(FleissKappa, IsThatOfThePublishedPanelForAllWeights) {
  const auto counted = *tally(krippendorffs_panel());
  for (const auto& expected : {Expected{Weighting::identity, 0.7611693, 0.1530192, 0.4243763},
                               Expected{Weighting::ordinal, 0.8502062, 0.1470357, 0.5265828},
                               Expected{Weighting::linear, 0.8179448, 0.1485044, 0.4910889},
                               Expected{Weighting::quadratic, 0.8649351, 0.1460336, 0.5435173}}) {
    expect_near(fleiss_kappa(counted, expected.weighting), expected);
  }
}

TEST(FleissKappa, IsTheOneThatFleissDefinedWhereAllUnitsHaveAsManyRatings) {
  // Fourteen coders, ten units, five categories: the example of the English Wikipedia, "Fleiss'
  // kappa": 0.210.
  constexpr std::array<std::array<int, 5>, 10> kCounts{{{0, 0, 0, 0, 14},
                                                        {0, 2, 6, 4, 2},
                                                        {0, 0, 3, 5, 6},
                                                        {0, 3, 9, 2, 0},
                                                        {2, 2, 8, 1, 1},
                                                        {7, 7, 0, 0, 0},
                                                        {3, 2, 6, 3, 0},
                                                        {2, 5, 3, 2, 2},
                                                        {6, 5, 2, 1, 0},
                                                        {0, 2, 2, 3, 7}}};
  Ratings ratings{.coders = 14, .units = 10, .values = std::vector<std::optional<double>>(140)};
  for (std::size_t unit = 0; unit < 10; ++unit) {
    std::size_t coder = 0;
    for (std::size_t category = 0; category < 5; ++category) {
      for (int i = 0; i < kCounts[unit][category]; ++i) {
        ratings.values[coder++ * 10 + unit] = static_cast<double>(category);
      }
    }
  }
  const auto counted = *tally(ratings);
  EXPECT_NEAR(fleiss_kappa(counted)->value, 0.20993, 5e-6);
  EXPECT_NEAR(percentage_agreement(counted)->value, 0.378, 5e-4);
}

TEST(PercentageAgreement, IsTheShareOfAgreeingPairs) {
  const auto agreement = percentage_agreement(*tally(krippendorffs_panel()));
  EXPECT_NEAR(agreement->value, 0.8181818, 5e-7);
  EXPECT_EQ(agreement->units, 12);
  EXPECT_EQ(agreement->paired_units, 11);
  EXPECT_EQ(percentage_agreement(*tally(panel({"111", "111"})))->value, 1);
}

TEST(ChanceCorrectedAgreement, IsNotDefinedWhereAllRatingsAreEqual) {
  auto all_equal = panel({"111", "111"});
  EXPECT_EQ(fleiss_kappa(*tally(all_equal)).error().code, ErrorCode::unmet);
  EXPECT_EQ(gwet_coefficient(*tally(all_equal)).error().code, ErrorCode::unmet);
  all_equal.scale = {0, 1, 2};
  EXPECT_EQ(gwet_coefficient(*tally(all_equal)).error().code, ErrorCode::unmet);
}

TEST(ChanceCorrectedAgreement, IsNotDefinedWithoutPairs) {
  for (const auto& ratings : {panel({"123"}), panel({"12.", "..3"}), panel({"...", "..."})}) {
    EXPECT_EQ(percentage_agreement(*tally(ratings)).error().code, ErrorCode::unmet);
    EXPECT_EQ(fleiss_kappa(*tally(ratings)).error().code, ErrorCode::unmet);
    EXPECT_EQ(gwet_coefficient(*tally(ratings)).error().code, ErrorCode::unmet);
  }
}

TEST(ChanceCorrectedAgreement, OfOneUnitHasNoInterval) {
  const auto agreement = gwet_coefficient(*tally(panel({"1", "2", "2"})));
  ASSERT_TRUE(agreement);
  EXPECT_FALSE(agreement->interval);
  EXPECT_FALSE(agreement->standard_error);
}

TEST(GwetCoefficient, CountsTheCategoriesThatNobodyGave) {
  auto ratings = panel({"1122", "1221"});
  const double of_given = gwet_coefficient(*tally(ratings))->value;
  EXPECT_DOUBLE_EQ(of_given, 0);  // p_a 1/2, p_e 1/2
  ratings.scale = {1, 2, 3};
  EXPECT_DOUBLE_EQ(gwet_coefficient(*tally(ratings))->value, 1.0 / 3);  // p_e 1/4
}

TEST(ChanceCorrectedAgreement, HoldsTheLargestNumbersThereAre) {
  const double most = std::numeric_limits<double>::max();
  const Ratings ratings{.coders = 2, .units = 2, .values = {-most, most, -most, 0.0}};
  EXPECT_DOUBLE_EQ(percentage_agreement(*tally(ratings), Weighting::linear)->value, 0.75);
}

TEST(GwetCoefficient, HasAnIntervalThatHoldsTheTruthAboutAsOftenAsItSays) {
  // Two coders, two categories alike often, who agree on 7 units of 10: AC1 is (.7 − .5)/(1 − .5) =
  // .4.
  RandomNumbers random(3);
  constexpr int kPanels = 2000;
  constexpr std::size_t kUnits = 60;
  int held = 0;
  for (int i = 0; i < kPanels; ++i) {
    Ratings ratings{.coders = 2, .units = kUnits};
    ratings.values.resize(2 * kUnits);
    for (std::size_t unit = 0; unit < kUnits; ++unit) {
      const double first = random.below(2);
      ratings.values[unit] = first;
      ratings.values[kUnits + unit] = random.uniform() < 0.7 ? first : 1 - first;
    }
    const auto interval = *gwet_coefficient(*tally(ratings))->interval;
    held += interval.low <= 0.4 && 0.4 <= interval.high ? 1 : 0;
  }
  // Four standard errors of 2,000 draws: .0195.
  EXPECT_NEAR(held / static_cast<double>(kPanels), 0.95, 0.0195);
}

RC_GTEST_PROP(ChanceCorrectedAgreement, WithoutWeightsIgnoresTheNamesOfCategories, ()) {
  const auto ratings = any_panel();
  auto renamed = ratings;
  for (auto& value : renamed.values) {
    if (value) value = std::fmod(*value * 7, 11) * 100;  // 1 … 5 in another order
  }
  const auto one = *tally(ratings), other = *tally(renamed);
  for (const auto coefficient : {percentage_agreement, fleiss_kappa, gwet_coefficient}) {
    const auto before = coefficient(one, Weighting::identity, kUsualLevel);
    const auto after = coefficient(other, Weighting::identity, kUsualLevel);
    RC_ASSERT(before.has_value() == after.has_value());
    if (before) RC_ASSERT(std::abs(before->value - after->value) < 1e-9);
  }
}

RC_GTEST_PROP(ChanceCorrectedAgreement, LiesBelowOneAndInItsInterval, ()) {
  const auto counted = *tally(any_panel());
  for (const auto weighting :
       {Weighting::identity, Weighting::ordinal, Weighting::linear, Weighting::quadratic}) {
    for (const auto coefficient : {percentage_agreement, fleiss_kappa, gwet_coefficient}) {
      const auto found = coefficient(counted, weighting, kUsualLevel);
      if (!found) continue;
      RC_ASSERT(found->value <= 1 + 1e-12);
      RC_ASSERT(found->interval.has_value() == (found->units > 1));
      if (found->interval) RC_ASSERT(found->interval->low <= found->value);
    }
  }
}

}  // namespace
}  // namespace tributary::evidence
