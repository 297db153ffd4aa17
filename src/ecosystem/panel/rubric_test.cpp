#include "ecosystem/panel/rubric.h"

#include <gtest/gtest.h>

#include "ecosystem/panel/reviewer_event.h"
#include "ecosystem/panel/starter_rubric.h"

namespace tributary::ecosystem {
namespace {

TEST(Rubric, TheStarterCanBePublishedAndAsksWhatTheDefaultRuleAsks) {
  for (const auto stage : {Stage::identified, Stage::assessment}) {
    const auto rubric = starter_rubric(stage);
    EXPECT_TRUE(check_publishable(rubric));
    EXPECT_EQ(gate_rule_of(rubric).criteria.size(), rubric.criteria.size());
  }
}

TEST(Rubric, ADraftMayLackAnchorsAndIsNotPublishedWithoutThem) {
  auto rubric = starter_rubric(Stage::assessment);
  rubric.criteria[1].anchors[3] = " ";
  EXPECT_TRUE(check_rubric(rubric));
  const auto refused = check_publishable(rubric);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::unmet);
  EXPECT_EQ(refused.error().context, rubric.criteria[1].criterion.name);
  EXPECT_NE(refused.error().message.find("score of 3"), std::string::npos);
}

TEST(Rubric, NamesTheFieldThatIsWrong) {
  auto untitled = starter_rubric(Stage::assessment);
  untitled.title = "";
  EXPECT_EQ(check_rubric(untitled).error().context, "title");
  auto twice = starter_rubric(Stage::assessment);
  twice.criteria.push_back(twice.criteria[0]);
  EXPECT_EQ(check_rubric(twice).error().context, "criteria");
  EXPECT_NE(check_rubric(twice).error().message.find("Equity"), std::string::npos);
  auto late = starter_rubric(Stage::assessment);
  late.stage = Stage::mainstreaming;
  EXPECT_EQ(check_rubric(late).error().context, "stage");
}

TEST(ReviewerEvents, AnAssignedPanelIsForThoseWhomTheChairAsked) {
  EXPECT_TRUE(check_may_follow({}, ReviewerEventKind::assigned, PanelKind::open));
  EXPECT_TRUE(check_may_follow({}, ReviewerEventKind::declared, PanelKind::open));
  EXPECT_EQ(check_may_follow({}, ReviewerEventKind::declared, PanelKind::assigned).error().code,
            ErrorCode::not_permitted);
  EXPECT_TRUE(check_may_follow(ReviewerEventKind::assigned, ReviewerEventKind::declared,
                               PanelKind::assigned));
  EXPECT_EQ(check_may_follow(ReviewerEventKind::assigned, ReviewerEventKind::assigned,
                             PanelKind::assigned)
                .error()
                .code,
            ErrorCode::conflict);
  EXPECT_EQ(check_may_follow({}, ReviewerEventKind::released, PanelKind::assigned).error().code,
            ErrorCode::conflict);
}

TEST(ReviewerEvents, WhoHasAnInterestStaysOut) {
  EXPECT_TRUE(check_may_follow(ReviewerEventKind::declared, ReviewerEventKind::recused,
                               PanelKind::assigned));
  for (const auto next : {ReviewerEventKind::assigned, ReviewerEventKind::declared,
                          ReviewerEventKind::recused, ReviewerEventKind::released}) {
    EXPECT_FALSE(check_may_follow(ReviewerEventKind::recused, next, PanelKind::assigned));
  }
  EXPECT_EQ(check_may_score(ReviewerEventKind::recused, PanelKind::assigned).error().code,
            ErrorCode::not_permitted);
}

TEST(ReviewerEvents, NobodyScoresBeforeTheyDeclared) {
  EXPECT_EQ(check_may_score(ReviewerEventKind::assigned, PanelKind::assigned).error().code,
            ErrorCode::unmet);
  EXPECT_EQ(check_may_score({}, PanelKind::open).error().code, ErrorCode::unmet);
  EXPECT_EQ(check_may_score({}, PanelKind::assigned).error().code, ErrorCode::not_permitted);
  EXPECT_EQ(check_may_score(ReviewerEventKind::released, PanelKind::open).error().code,
            ErrorCode::not_permitted);
  EXPECT_TRUE(check_may_score(ReviewerEventKind::declared, PanelKind::assigned));
}

}  // namespace
}  // namespace tributary::ecosystem
