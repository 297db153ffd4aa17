#include "ecosystem/innovation/likeness.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ecosystem/innovation/default_gate_rules.h"

namespace tributary::ecosystem {
namespace {

using testing::IsEmpty;

const std::vector<KnownInnovation> kKnown = {
    {{1}, "mentors from small firms: apprentices leave in their first months"},
    {{2}, "virtual welding: the workshop has too few welding places"},
    {{3}, "a common first year: apprentices choose their trade too early"},
    {{4}, "night school for carers: carers cannot come in the day"}};

std::vector<std::int64_t> ids_like(std::string_view words) {
  std::vector<std::int64_t> ids;
  for (const auto& like : likely_duplicates(words, kKnown)) ids.push_back(like.id.value);
  return ids;
}

TEST(Likeness, WhatIsSaidInOtherOrderIsPointedOut) {
  EXPECT_EQ(ids_like("apprentices of small firms leave in the first months: mentors"),
            std::vector<std::int64_t>{1});
}

TEST(Likeness, WordsThatManyUseMakeNothingAlike) {
  EXPECT_THAT(ids_like("apprentices abroad: the apprentices have too few months"), IsEmpty());
}

TEST(Likeness, TheSameTextIsWhollyAlikeInAnyScript) {
  const std::vector<KnownInnovation> greek = {{{7}, "μέντορες σε μικρές επιχειρήσεις"}};
  EXPECT_EQ(likely_duplicates(greek[0].words, greek),
            (std::vector<Likeness>{{.id = {7}, .percent = 100}}));
  EXPECT_THAT(likely_duplicates("συγκόλληση", greek), IsEmpty());
}

TEST(Likeness, OfNothingThereIsNone) {
  EXPECT_THAT(ids_like(""), IsEmpty());
  EXPECT_THAT(likely_duplicates("mentors", {}), IsEmpty());
}

TEST(DefaultGateRules, AreThereWhereAPanelScoresAndAreSound) {
  for (const auto stage :
       {Stage::identified, Stage::testing, Stage::development, Stage::assessment}) {
    const auto rule = default_gate_rule(stage);
    ASSERT_TRUE(rule) << name_of(stage);
    EXPECT_TRUE(check_gate_rule(*rule)) << name_of(stage);
  }
  EXPECT_FALSE(default_gate_rule(Stage::mainstreaming));
  EXPECT_FALSE(default_gate_rule(Stage::mainstreamed));
}

}  // namespace
}  // namespace tributary::ecosystem
