#include "evidence/ranking/weights.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace tributary::evidence {
namespace {

using testing::DoubleEq;
using testing::DoubleNear;
using testing::ElementsAre;
using testing::Pointwise;

TEST(RankOrderCentroidWeights, AreThePublishedOnes) {
  EXPECT_THAT(rank_order_centroid_weights(3),
              Pointwise(DoubleNear(5e-5), {0.6111, 0.2778, 0.1111}));
  EXPECT_THAT(rank_order_centroid_weights(4),
              Pointwise(DoubleNear(5e-5), {0.5208, 0.2708, 0.1458, 0.0625}));
  EXPECT_THAT(rank_order_centroid_weights(1), ElementsAre(1));
}

TEST(SwingWeights, AreInProportionToTheirPoints) {
  EXPECT_THAT(*swing_weights(std::vector<double>{100, 50, 50}), ElementsAre(0.5, 0.25, 0.25));
  EXPECT_THAT(*swing_weights(std::vector<double>{0, 3}), ElementsAre(0, 1));
  EXPECT_THAT(*swing_weights(std::vector<double>{1e308, 1e308}), ElementsAre(0.5, 0.5));
}

TEST(SwingWeights, NameTheCriterionWhoseWeightIsNone) {
  for (const double odd : {-1.0, std::nan(""), std::numeric_limits<double>::infinity()}) {
    EXPECT_EQ(swing_weights(std::vector<double>{1, odd}).error().context, "criterion 2");
  }
  EXPECT_FALSE(swing_weights(std::vector<double>{0, 0}));
  EXPECT_FALSE(swing_weights({}));
}

TEST(NormalisedWeights, AreOneForEachCriterion) {
  EXPECT_EQ(normalised_weights(std::vector<double>{1, 2}, 3).error().message,
            "2 weights for 3 criteria");
}

TEST(EqualWeights, AddUpToOne) {
  EXPECT_THAT(equal_weights(4), Pointwise(DoubleEq(), {0.25, 0.25, 0.25, 0.25}));
}

}  // namespace
}  // namespace tributary::evidence
