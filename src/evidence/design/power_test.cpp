#include "evidence/design/power.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <limits>

namespace tributary::evidence {
namespace {

/// Clusters of 20 learners with an intraclass correlation of 0.2.
ClusterRandomised clusters(std::uint64_t treated, std::uint64_t control) {
  return {
      .clusters = {treated, control}, .learners_per_cluster = 20, .intraclass_correlation = 0.2};
}

PilotDesign any_design() {
  const double correlation = *rc::gen::inRange(0, 9) / 10.0;
  const Arms arms{*rc::gen::inRange<std::uint64_t>(2, 60), *rc::gen::inRange<std::uint64_t>(2, 60)};
  switch (*rc::gen::inRange(0, 5)) {
    case 0:
      return SingleGroup{.learners = arms.treated, .pre_post_correlation = correlation};
    case 1:
      return PrePostControlled{.learners = arms, .pre_post_correlation = correlation};
    case 2:
      return IndividuallyRandomised{.learners = arms, .explained = correlation};
    case 3:
      return ClusterRandomised{.clusters = arms,
                               .learners_per_cluster = 15,
                               .intraclass_correlation = correlation,
                               .size_variation = 0.4};
    default:
      return MatchedPairs{.pairs = arms.treated, .pair_correlation = correlation};
  }
}

TEST(DesignEffect, IsThatOfKish) {
  EXPECT_DOUBLE_EQ(*design_effect(20, 0.2), 4.8);
  EXPECT_EQ(*design_effect(1, 0.2), 1);
  EXPECT_EQ(*design_effect(30, 0), 1);
  EXPECT_DOUBLE_EQ(*design_effect(20, 0.2, 0.5), 1 + (1.25 * 20 - 1) * 0.2);
  EXPECT_DOUBLE_EQ(*effective_learners(480, 20, 0.2), 100);
}

TEST(DesignEffect, RefusesClustersThatAreNone) {
  EXPECT_FALSE(design_effect(0, 0.2));
  EXPECT_FALSE(design_effect(std::nan(""), 0.2));
  EXPECT_FALSE(design_effect(20, -0.1));
  EXPECT_FALSE(design_effect(20, 1.1));
  EXPECT_FALSE(design_effect(20, 0.1, -1));
}

TEST(RuleOfThumb, GivesThePublishedEffects) {
  EXPECT_NEAR(rule_of_thumb_effect(*precision_of(clusters(5, 5))), 0.868, 5e-4);
  EXPECT_NEAR(rule_of_thumb_effect(*precision_of(clusters(10, 10))), 0.613, 5e-4);
  EXPECT_NEAR(rule_of_thumb_effect(*precision_of(clusters(20, 20))), 0.434, 5e-4);
}

// Powers and effects of the next three tests: statsmodels 0.15, scipy 1.12.
TEST(Power, IsThatOfTheNonCentralT) {
  EXPECT_NEAR(*power_of(IndividuallyRandomised{{64, 64}}, 0.5), 0.8014596, 1e-6);
  EXPECT_NEAR(*power_of(IndividuallyRandomised{{63, 63}}, 0.5), 0.7951683, 1e-6);
  EXPECT_NEAR(*power_of(IndividuallyRandomised{{26, 26}}, 0.8), 0.8074866, 1e-6);
  EXPECT_NEAR(*power_of(SingleGroup{34, 0.5}, 0.5), 0.8077775, 1e-6);
  EXPECT_NEAR(*power_of(MatchedPairs{33, 0.5}, 0.5), 0.7953658, 1e-6);
}

TEST(MinimumDetectableEffect, IsLargerThanTheRuleOfThumbWithFewClusters) {
  EXPECT_NEAR(*minimum_detectable_effect(clusters(5, 5)), 0.9917687, 1e-6);
  EXPECT_NEAR(*minimum_detectable_effect(clusters(10, 10)), 0.6490890, 1e-6);
  EXPECT_NEAR(*minimum_detectable_effect(clusters(20, 20)), 0.4453804, 1e-6);
}

TEST(MinimumDetectableEffect, OfLearnersAssignedOneByOne) {
  EXPECT_NEAR(*minimum_detectable_effect(IndividuallyRandomised{{64, 64}}), 0.4990692, 1e-6);
  EXPECT_NEAR(*minimum_detectable_effect(IndividuallyRandomised{{20, 30}}), 0.8253839, 1e-6);
}

TEST(SmallestSample, IsThatOfCohensTables) {
  // Cohen (1988), table 2.4.1: 64 and 26 for each arm.
  EXPECT_EQ(smallest_sample(IndividuallyRandomised{{1, 1}}, 0.5)->arms, (Arms{64, 64}));
  EXPECT_EQ(smallest_sample(IndividuallyRandomised{{1, 1}}, -0.8)->arms, (Arms{26, 26}));
  EXPECT_EQ(smallest_sample(SingleGroup{0, 0.5}, 0.5)->arms, (Arms{34, 0}));
}

TEST(SmallestSample, KeepsTheProportionOfTheArms) {
  const auto size = smallest_sample(IndividuallyRandomised{{2, 3}}, 0.4)->arms;
  EXPECT_EQ(size.control, (size.treated * 3 + 1) / 2);
}

TEST(SmallestSample, SaysWhatNoSampleCanDo) {
  EXPECT_EQ(smallest_sample(IndividuallyRandomised{{1, 1}}, 0).error().code,
            ErrorCode::invalid_argument);
  EXPECT_EQ(smallest_sample(IndividuallyRandomised{{1, 1}}, 1e-9).error().code, ErrorCode::unmet);
  EXPECT_EQ(smallest_sample(IndividuallyRandomised{{1, 0}}, 0.5).error().code,
            ErrorCode::invalid_argument);
}

TEST(Precision, GrowsByWhatEarlierMeasuresExplain) {
  const auto plain = *precision_of(IndividuallyRandomised{{50, 50}});
  const auto adjusted = *precision_of(IndividuallyRandomised{{50, 50}, 0.75});
  EXPECT_DOUBLE_EQ(adjusted.standard_error, plain.standard_error / 2);
}

TEST(Precision, OfClustersOfOneIsThatOfLearners) {
  EXPECT_DOUBLE_EQ(precision_of(ClusterRandomised{{10, 12}, 1, 0.3})->standard_error,
                   precision_of(IndividuallyRandomised{{10, 12}})->standard_error);
}

TEST(Precision, NamesWhatCannotBe) {
  const auto reason = [](const PilotDesign& design) {
    return precision_of(design).error().message;
  };
  EXPECT_EQ(reason(SingleGroup{10, 1}),
            "the correlation of before and after lies between -1 and 1");
  EXPECT_EQ(reason(SingleGroup{1, 0.5}), "it takes at least two learners");
  EXPECT_EQ(reason(MatchedPairs{10, std::nan("")}),
            "the correlation within pairs lies between -1 and 1");
  EXPECT_EQ(reason(IndividuallyRandomised{{10, 1}}),
            "it takes at least two learners in the control arm");
  EXPECT_EQ(reason(IndividuallyRandomised{{10, 10}, 1}),
            "the share explained by earlier measures lies from 0 to below 1");
  EXPECT_EQ(reason(ClusterRandomised{{0, 5}, 20, 0.2}),
            "it takes at least two clusters in the treated arm");
  EXPECT_EQ(reason(ClusterRandomised{{5, 5}, 20, 2}),
            "the intraclass correlation lies from 0 to 1");
}

TEST(Power, RefusesEffectsAndTermsThatAreNone) {
  const PilotDesign design = IndividuallyRandomised{{10, 10}};
  EXPECT_FALSE(power_of(design, std::numeric_limits<double>::infinity()));
  EXPECT_FALSE(power_of(design, 0.5, 0));
  EXPECT_FALSE(minimum_detectable_effect(design, {.power = 1}));
  EXPECT_FALSE(minimum_detectable_effect(design, {.significance = 0.3, .power = 0.2}));
}

RC_GTEST_PROP(Power, OfNoEffectIsTheSignificance, ()) {
  RC_ASSERT(std::abs(*power_of(any_design(), 0, 0.05) - 0.05) < 1e-9);
}

RC_GTEST_PROP(Power, GrowsWithTheEffectToCertainty, ()) {
  const auto design = any_design();
  const double effect = *rc::gen::inRange(1, 20) / 10.0;
  RC_ASSERT(*power_of(design, effect) <= *power_of(design, effect + 0.1) + 1e-12);
  RC_ASSERT(*power_of(design, effect) == *power_of(design, -effect));
  RC_ASSERT(*power_of(design, 1e6) > 1 - 1e-6);
}

RC_GTEST_PROP(MinimumDetectableEffect, HasThePowerThatWasAskedFor, ()) {
  const auto design = any_design();
  const double power = *rc::gen::elementOf(std::vector{0.5, 0.8, 0.95});
  const double effect = *minimum_detectable_effect(design, {.power = power});
  RC_ASSERT(std::abs(*power_of(design, effect) - power) < 1e-6);
}

RC_GTEST_PROP(SmallestSample, IsEnoughAndOneFewerIsNot, ()) {
  const double effect = *rc::gen::inRange(2, 15) / 10.0;
  const auto sized = *smallest_sample(clusters(1, 1), effect);
  RC_ASSERT(sized.power >= 0.8);
  const auto n = sized.arms.treated;
  RC_ASSERT(sized.arms.control == n);
  RC_ASSERT(n == 2U || *power_of(clusters(n - 1, n - 1), effect) < 0.8);
}

}  // namespace
}  // namespace tributary::evidence
