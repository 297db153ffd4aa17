#include "ecosystem/indicators/stage_visits.h"

#include <gtest/gtest.h>

namespace tributary::ecosystem {
namespace {

Date on(std::string_view iso) { return Date::from_iso(iso).value(); }

/// Tested twice, with a break, sent back from development, and stopped.
std::vector<StageVisit> long_way() {
  const std::vector<StageMove> moves = {{on("2024-02-01"), {Stage::testing}},
                                        {on("2024-03-01"), {Stage::testing, Standing::parked}},
                                        {on("2024-04-01"), {Stage::testing}},
                                        {on("2024-05-01"), {Stage::testing}},
                                        {on("2024-06-01"), {Stage::development}},
                                        {on("2024-07-01"), {Stage::testing}},
                                        {on("2024-08-01"), {Stage::testing, Standing::stopped}}};
  return visits_of({7}, on("2024-01-01"), moves);
}

TEST(StageVisits, BreaksAndRepeatsArePartOfAVisit) {
  const auto visits = long_way();
  ASSERT_EQ(visits.size(), 4);
  EXPECT_EQ(visits[0].entered, on("2024-01-01"));
  EXPECT_EQ(visits[1].stage, Stage::testing);
  EXPECT_EQ(visits[1].left, on("2024-06-01"));
  EXPECT_TRUE(visits[1].went_on);
  EXPECT_EQ(visits[3].left, on("2024-08-01"));
  EXPECT_FALSE(visits[3].went_on) << "it was stopped";
  const auto fresh = visits_of({8}, on("2024-01-01"), {});
  ASSERT_EQ(fresh.size(), 1);
  EXPECT_FALSE(fresh[0].left);
}

TEST(StageVisits, SurvivalIsOfVisitsThatAreOver) {
  const auto visits = long_way();
  const auto before = share_that_went_on(visits, Stage::testing, on("2024-07-15"), "pipeline");
  EXPECT_EQ(before.value, 1.0) << "the second visit still lasts";
  EXPECT_EQ(before.heard, (Heard{.from = 1, .in_scope = 2}));
  const auto after = share_that_went_on(visits, Stage::testing, on("2024-12-31"), "pipeline");
  EXPECT_EQ(after.value, 0.5);
  EXPECT_EQ(after.rows, (std::vector<InnovationId>{{7}}));
  EXPECT_EQ(share_that_went_on(visits, Stage::assessment, on("2024-12-31"), "").value,
            std::nullopt);
}

TEST(StageVisits, TimeInAStageIsTheMedian) {
  const auto figure =
      median_days_in_stage(long_way(), Stage::testing, on("2024-12-31"), "pipeline");
  EXPECT_EQ(figure.value, 31) << "the lower of 31 and 121 days";
  EXPECT_EQ(figure.rows, (std::vector<InnovationId>{{7}}));
  EXPECT_EQ(figure.source, "pipeline");
  EXPECT_EQ(median_days_in_stage({}, Stage::testing, on("2024-12-31"), "").value, std::nullopt);
}

}  // namespace
}  // namespace tributary::ecosystem
