#include "evidence/agreement/ratings.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "evidence/agreement/testing/panels.h"

namespace tributary::evidence {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(Tally, CountsEachUnitByValue) {
  const auto counted = *tally(panel({"39.", "33.", "13."}));
  EXPECT_THAT(counted.categories, ElementsAre(1, 3, 9));
  EXPECT_THAT(counted.unit(0), ElementsAre(CategoryCount{0, 1}, CategoryCount{1, 2}));
  EXPECT_THAT(counted.unit(1), ElementsAre(CategoryCount{1, 2}, CategoryCount{2, 1}));
  EXPECT_THAT(counted.unit(2), IsEmpty());
}

TEST(Tally, TakesMinusZeroForZero) {
  EXPECT_THAT(tally({.coders = 2, .units = 1, .values = {0.0, -0.0}})->categories, ElementsAre(0));
}

TEST(Tally, HoldsRatingsToTheScale) {
  auto ratings = panel({"12", "23"});
  ratings.scale = {3, 2, 1};
  EXPECT_THAT(tally(ratings)->categories, ElementsAre(1, 2, 3));
  ratings.scale = {1, 2};
  EXPECT_EQ(tally(ratings).error().text(), "coder 2, unit 2: the scale has no 3");
  ratings.scale = {1, 2, 3, 2};
  EXPECT_EQ(tally(ratings).error().text(), "the scale has 2 twice");
}

TEST(Tally, RefusesWhatIsNoPanel) {
  EXPECT_EQ(tally({}).error().text(), "there are no coders");
  EXPECT_EQ(tally({.coders = 2}).error().text(), "there are no units");
  EXPECT_FALSE(tally({.coders = 2, .units = 2, .values = {1, 2, 3}}));
  EXPECT_FALSE(tally({.coders = 2, .units = 2, .values = {1, 2, 3, 4, 5}}));
}

}  // namespace
}  // namespace tributary::evidence
