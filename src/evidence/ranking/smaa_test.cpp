#include "evidence/ranking/smaa.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <numeric>

#include "evidence/ranking/testing/tables.h"

namespace tributary::evidence {
namespace {

using testing::DoubleNear;
using testing::IsEmpty;
using testing::Pointwise;

TEST(Smaa, FindsTheShareOfWeightsThatCanBeToldByHand) {
  // Option 0 is first where its weight is above a quarter: three quarters of all weights, in the
  // mean 5/8.
  const Contributions parts{.options = 2, .criteria = 2, .values = {1, 0, 0, 1.0 / 3}};
  const auto answer = *smaa(parts);
  const double error = 4 * answer.largest_standard_error();
  EXPECT_NEAR(answer.acceptability_of(0, 0), 0.75, error);
  EXPECT_NEAR(answer.acceptability_of(1, 1), 0.75, error);
  EXPECT_THAT(answer.central_weights[0], Pointwise(DoubleNear(error), {0.625, 0.375}));
  EXPECT_THAT(answer.central_weights[1], Pointwise(DoubleNear(error), {0.125, 0.875}));
}

TEST(Smaa, OfThreeAlikeCriteriaIsAThirdEach) {
  const Contributions parts{.options = 3, .criteria = 3, .values = {1, 0, 0, 0, 1, 0, 0, 0, 1}};
  const auto answer = *smaa(parts, {.draws = 20'000});
  for (const double share : answer.acceptability) {
    EXPECT_NEAR(share, 1.0 / 3, 4 * answer.largest_standard_error());
  }
}

TEST(Smaa, WithCriteriaInOrderHasTheirCentroidForItsCentralWeights) {
  const Contributions parts{.options = 2, .criteria = 3, .values = {1, 1, 1, 0, 0, 0}};
  const auto answer = *smaa(parts, {.importance = {2, 0, 1}});
  const auto centroid = rank_order_centroid_weights(3);
  EXPECT_THAT(answer.central_weights[0],
              Pointwise(DoubleNear(0.005), {centroid[1], centroid[2], centroid[0]}));
  EXPECT_THAT(answer.central_weights[1], IsEmpty());
  EXPECT_EQ(answer.acceptability_of(0, 0), 1);
}

TEST(Smaa, IsTheSameForTheSameSeed) {
  const Contributions parts{.options = 2, .criteria = 2, .values = {1, 0, 0, 1}};
  const auto answer = *smaa(parts, {.draws = 1000, .seed = 5});
  EXPECT_EQ(answer.acceptability, smaa(parts, {.draws = 1000, .seed = 5})->acceptability);
  EXPECT_NE(answer.acceptability, smaa(parts, {.draws = 1000, .seed = 6})->acceptability);
}

TEST(Smaa, RefusesNoDrawsAndOrdersThatAreNone) {
  const Contributions parts{.options = 2, .criteria = 2, .values = {1, 0, 0, 1}};
  EXPECT_FALSE(smaa(parts, {.draws = 0}));
  EXPECT_FALSE(smaa(parts, {.importance = {0}}));
  EXPECT_FALSE(smaa(parts, {.importance = {0, 0}}));
  EXPECT_FALSE(smaa(parts, {.importance = {1, 2}}));
}

RC_GTEST_PROP(Smaa, AcceptabilitiesAddUpToOneByOptionAndByPlace, ()) {
  const auto answer = *smaa(any_parts(), {.draws = 200});
  for (std::size_t i = 0; i < answer.options; ++i) {
    double of_option = 0, of_place = 0;
    for (std::size_t j = 0; j < answer.options; ++j) {
      of_option += answer.acceptability_of(i, j);
      of_place += answer.acceptability_of(j, i);
    }
    RC_ASSERT(std::abs(of_option - 1) < 1e-12);
    RC_ASSERT(std::abs(of_place - 1) < 1e-12);
  }
}

}  // namespace
}  // namespace tributary::evidence
