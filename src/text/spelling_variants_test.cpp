#include "text/spelling_variants.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace tributary::text {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(SpellingVariants, DotsOfAnAbbreviationGo) {
  EXPECT_THAT(spelling_variants("the E.C.V.E.T. system"),
              ElementsAre(SpellingVariants{1, 5, {{"ecvet"}}}));
  EXPECT_THAT(spelling_variants("U.K"), ElementsAre(SpellingVariants{0, 2, {{"uk"}}}));
  EXPECT_THAT(spelling_variants("Ε.Σ.Φ."), ElementsAre(SpellingVariants{0, 3, {{"εσφ"}}}));
  EXPECT_THAT(spelling_variants("Plan B. C follows"), IsEmpty());
}

TEST(SpellingVariants, NumbersStandWithAndWithoutHyphen) {
  EXPECT_THAT(spelling_variants("Covid-19"), ElementsAre(SpellingVariants{0, 2, {{"covid19"}}}));
  EXPECT_THAT(spelling_variants("covid 19"), ElementsAre(SpellingVariants{0, 2, {{"covid19"}}}));
  EXPECT_THAT(spelling_variants("covid19"), ElementsAre(SpellingVariants{0, 1, {{"covid", "19"}}}));
  EXPECT_THAT(spelling_variants("FP7"), ElementsAre(SpellingVariants{0, 1, {{"fp", "7"}}}));
  EXPECT_THAT(spelling_variants("grant 101056789"), IsEmpty());
}

TEST(SpellingVariants, ShortPrefixesStandWithAndWithoutHyphen) {
  EXPECT_THAT(spelling_variants("e-learning"),
              ElementsAre(SpellingVariants{0, 2, {{"elearning"}}}));
  EXPECT_THAT(spelling_variants("work-based"), IsEmpty());
}

TEST(SpellingVariants, ThePlusSignIsAWord) {
  EXPECT_THAT(spelling_variants("Erasmus+ mobility"),
              ElementsAre(SpellingVariants{0, 1, {{"erasmus", "plus"}}}));
  EXPECT_THAT(spelling_variants("ESF+"), ElementsAre(SpellingVariants{0, 1, {{"esf", "plus"}}}));
  EXPECT_THAT(spelling_variants("C++ and C+"), IsEmpty());
}

}  // namespace
}  // namespace tributary::text
