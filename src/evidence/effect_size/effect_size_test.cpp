#include <gtest/gtest.h>

#include <cmath>

#include "evidence/effect_size/cluster_adjustment.h"
#include "evidence/effect_size/mean_difference.h"
#include "evidence/effect_size/months_of_progress.h"
#include "evidence/effect_size/pre_post.h"
#include "evidence/effect_size/proportions.h"
#include "evidence/testing/published.h"

namespace tributary::evidence {
namespace {

constexpr double kNormalQuantile = 1.959964;  // 95 %

TEST(EffectSize, OfTwoGroupsIsAsPublished) {  // Borenstein et al. 2009, chapter 4
  const auto g = hedges_g({103, 5.5, 50}, {100, 4.5, 50}).value();
  EXPECT_NEAR(g.value, 0.5924, kFourDecimals);
  EXPECT_NEAR(g.variance, 0.0411, kFourDecimals);
}

TEST(EffectSize, IsCorrectedExactly) {
  EXPECT_NEAR(hedges_correction(2), 0.56419, 5e-6);
  EXPECT_NEAR(hedges_correction(4), 0.79788, 5e-6);
  EXPECT_NEAR(hedges_correction(10), 0.92275, 5e-6);
  EXPECT_NEAR(hedges_correction(98), 0.99232, 5e-6);
}

TEST(EffectSize,
     OfChangesBesideAControlIsAsPublished) {  // Morris 2008, table 5, as computed by metafor
  struct Study {
    PrePostSummary treated, control;
    double r, effect, variance, alone, alone_variance;
  };
  constexpr Study kStudies[] = {
      {{30.6, 38.5, 15.0, 20}, {23.1, 19.7, 13.8, 20}, .47, 0.7684, 0.1134, 0.5056, 0.0594},
      {{23.5, 26.8, 3.1, 50}, {24.9, 25.3, 4.1, 42}, .64, 0.8010, 0.0350, 1.0481, 0.0254},
      {{0.5, 0.7, 0.1, 9}, {0.6, 0.6, 0.2, 9}, .77, 1.2045, 0.1425, 1.8054, 0.2322},
      {{53.4, 75.9, 14.5, 10}, {55.7, 60.7, 17.3, 11}, .89, 1.0476, 0.0681, 1.4181, 0.1225},
      {{35.6, 36.0, 4.7, 14}, {34.8, 33.4, 3.1, 14}, .44, 0.4389, 0.1634, 0.0801, 0.0802}};
  for (const auto& study : kStudies) {
    const auto both = difference_of_changes(study.treated, study.control, study.r).value();
    EXPECT_NEAR(both.value, study.effect, kFourDecimals);
    EXPECT_NEAR(both.variance, study.variance, kFourDecimals);
    const auto alone = standardised_change(study.treated, study.r).value();
    EXPECT_NEAR(alone.value, study.alone, kFourDecimals);
    EXPECT_NEAR(alone.variance, study.alone_variance, kFourDecimals);
  }
}

TEST(EffectSize, OfShares) {
  const auto ratio = log_risk_ratio({4, 119, 11, 128}).value();  // metafor, dat.bcg
  EXPECT_NEAR(ratio.value, -0.8893, kFourDecimals);
  EXPECT_NEAR(ratio.variance, 0.3256, kFourDecimals);
  const auto difference = risk_difference({10, 90, 5, 45}).value();
  EXPECT_DOUBLE_EQ(difference.value, 0);
  EXPECT_NEAR(difference.variance, 0.09 / 100 + 0.09 / 50, 1e-15);
  const auto odds = log_odds_ratio({20, 10, 10, 20}).value();
  EXPECT_NEAR(odds.value, std::log(4), 1e-15);
  EXPECT_NEAR(odds.variance, 0.3, 1e-15);
}

TEST(EffectSize, OfAnEmptyCellIsFinite) {
  const auto ratio = log_odds_ratio({0, 20, 5, 15}).value();
  EXPECT_NEAR(ratio.value, std::log(0.5 * 15.5 / (20.5 * 5.5)), 1e-15);
  EXPECT_FALSE(log_risk_ratio({0, 20, 0, 15}));
  EXPECT_EQ(risk_difference({0, 20, 0, 15}).value().value, 0);
}

TEST(EffectSize, WithoutClusteringIsTheOrdinaryOne) {
  const GroupSummary treated{103, 5.5, 50}, control{100, 4.5, 50};
  const auto ordinary = hedges_g(treated, control).value();
  for (const auto& none : {Clustering{1, 0.3}, Clustering{25, 0}}) {
    const auto adjusted = cluster_adjusted_g(treated, control, none).value();
    EXPECT_NEAR(adjusted.value, ordinary.value, 1e-12);
    EXPECT_NEAR(adjusted.variance, ordinary.variance, 2e-4);  // N − 2 stands where the other has N
  }
}

TEST(EffectSize, OfClustersIsLessSure) {
  const GroupSummary treated{103, 5.5, 100}, control{100, 4.5, 100};
  const auto ordinary = hedges_g(treated, control).value();
  const auto adjusted = cluster_adjusted_g(treated, control, {20, 0.2}).value();
  EXPECT_LT(adjusted.value, ordinary.value);
  EXPECT_GT(adjusted.variance, 4 * ordinary.variance);
  EXPECT_NEAR(design_effect({20, 0.2}), 4.8, 1e-12);
}

TEST(EffectSize, OfFiguresThatCannotBeIsRefused) {
  EXPECT_EQ(hedges_g({1, 1, 1}, {1, 1, 5}).error().message,
            "the treated group needs at least two learners");
  EXPECT_FALSE(hedges_g({1, -1, 5}, {1, 1, 5}));
  EXPECT_FALSE(hedges_g({NAN, 1, 5}, {1, 1, 5}));
  EXPECT_FALSE(hedges_g({1, 0, 5}, {2, 0, 5}));
  EXPECT_FALSE(standardised_change({1, 2, 1, 5}, 1.2));
  EXPECT_FALSE(cluster_adjusted_g({1, 1, 10}, {1, 1, 10}, {20, 0.2}));
  EXPECT_FALSE(cluster_adjusted_g({1, 1, 10}, {1, 1, 10}, {10, 1}));
}

TEST(EffectSize, AsAProbability) {
  EXPECT_DOUBLE_EQ(probability_of_superiority(0), 0.5);
  EXPECT_NEAR(probability_of_superiority(0.5924), 0.6624, kFourDecimals);  // Φ(0.41889)
}

TEST(DifferenceOfShares, HasTheScoreIntervalAsPublished) {  // Newcombe 1998, table II, method 10
  struct Case {
    TwoByTwo table;
    double low, high;
  };
  for (const auto& [table, low, high] :
       {Case{{56, 14, 48, 32}, 0.0524, 0.3339}, Case{{9, 1, 3, 7}, 0.1705, 0.8090},
        Case{{6, 1, 2, 5}, 0.0582, 0.8062}, Case{{5, 51, 0, 29}, -0.0381, 0.1926},
        Case{{10, 0, 0, 10}, 0.6075, 1.0000}}) {
    const auto interval = risk_difference_interval(table, kNormalQuantile).value();
    EXPECT_NEAR(interval.low, low, kFourDecimals);
    EXPECT_NEAR(interval.high, high, kFourDecimals);
  }
}

TEST(DifferenceOfShares, IsLessCertainOfLearnersInGroups) {
  const auto alone = risk_difference_interval({56, 14, 48, 32}, kNormalQuantile).value();
  const auto grouped = risk_difference_interval({56, 14, 48, 32}, kNormalQuantile, 2).value();
  EXPECT_LT(grouped.low, alone.low);
  EXPECT_GT(grouped.high, alone.high);
  EXPECT_FALSE(risk_difference_interval({56, 14, 48, 32}, kNormalQuantile, 0.5));
  EXPECT_FALSE(risk_difference_interval({0, 0, 48, 32}, kNormalQuantile));
}

TEST(MonthsOfProgress, AreThoseOfThePublishedTable) {  // Education Endowment Foundation 2018
  EXPECT_EQ(months_of_progress(0.04), 0);
  EXPECT_EQ(months_of_progress(0.05), 1);
  EXPECT_EQ(months_of_progress(0.18), 2);
  EXPECT_EQ(months_of_progress(0.19), 3);
  EXPECT_EQ(months_of_progress(0.44), 5);
  EXPECT_EQ(months_of_progress(0.95), 11);
  EXPECT_EQ(months_of_progress(3), 12);
  EXPECT_EQ(months_of_progress(-0.30), -4);
}

}  // namespace
}  // namespace tributary::evidence
