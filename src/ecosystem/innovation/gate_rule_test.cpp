#include "ecosystem/innovation/gate_rule.h"

#include <gtest/gtest.h>

namespace tributary::ecosystem {
namespace {

using Scores = std::vector<std::optional<int>>;
constexpr auto kCannotJudge = std::nullopt;

/// Ethics must be met; relevance counts twice as much as feasibility.
GateRule rule() {
  return {.criteria = {{.name = "ethics", .must_be_met = true},
                       {.name = "relevance", .weight = 2},
                       {.name = "feasibility", .weight = 1}},
          .required_assessments = 2,
          .must_meet_score = 2,
          .threshold_hundredths = 250};
}

GateReading read(std::vector<Scores> assessments) {
  std::vector<GateAssessment> given;
  for (auto& scores : assessments) {
    given.push_back(
        {.reviewer = {static_cast<std::int64_t>(given.size())}, .scores = std::move(scores)});
  }
  return read_gate(rule(), given).value();
}

TEST(Gate, OpensWhereAllThatItAsksIsThere) {
  const auto gate = read({{2, 3, 2}, {3, 3, 2}});
  EXPECT_TRUE(gate.is_open);
  EXPECT_EQ(gate.mean_hundredths, 266) << "(2·3 + 2) / 3, rounded down";
  EXPECT_TRUE(gate.missing.empty());
}

TEST(Gate, SaysAllThatKeepsItShut) {
  const auto gate = read({{1, 2, 2}});
  EXPECT_FALSE(gate.is_open);
  using enum GateShortfallKind;
  EXPECT_EQ(gate.missing, (std::vector<GateShortfall>{{assessments, "", 1, 2},
                                                      {not_met, "ethics", 1, 2},
                                                      {below_threshold, "", 200, 250}}));
  std::vector<std::string> sentences;
  for (const auto& shortfall : gate.missing) sentences.push_back(sentence_of(shortfall));
  EXPECT_EQ(sentences, (std::vector<std::string>{
                           "1 of 2 required assessments are complete.", "Not met: ethics.",
                           "The mean of 2.00 is below the threshold of 2.50."}));
}

TEST(Gate, TheThresholdItselfIsEnough) {
  auto at_threshold = rule();
  at_threshold.threshold_hundredths = 300;
  const std::vector<GateAssessment> given = {{{1}, {2, 3, 3}}, {{2}, {2, 3, 3}}};
  EXPECT_TRUE(read_gate(at_threshold, given).value().is_open);
  at_threshold.threshold_hundredths = 301;
  EXPECT_FALSE(read_gate(at_threshold, given).value().is_open);
}

TEST(Gate, OneReviewerAmongThreeNeitherOpensNorShutsIt) {
  EXPECT_TRUE(read({{4, 4, 4}, {3, 3, 3}, {0, 0, 0}}).is_open);
  EXPECT_FALSE(read({{4, 4, 4}, {1, 1, 1}, {1, 1, 1}}).is_open);
}

TEST(Gate, WhoCannotJudgeDoesNotCountAsZero) {
  EXPECT_TRUE(read({{3, 3, kCannotJudge}, {kCannotJudge, 3, 3}}).is_open);
  const auto gate = read({{3, kCannotJudge, 3}, {3, kCannotJudge, 3}});
  ASSERT_EQ(gate.missing.size(), 1);
  EXPECT_EQ(sentence_of(gate.missing.front()), "Nobody could judge: relevance.");
  EXPECT_EQ(gate.mean_hundredths, std::nullopt) << "missing is never zero";
}

TEST(Gate, RefusesAssessmentsThatDoNotFitItsRule) {
  const auto refusal = [](std::vector<GateAssessment> given) {
    return read_gate(rule(), given).error().text();
  };
  EXPECT_EQ(refusal({{{1}, {3, 3}}}), "assessment: there are 3 criteria and 2 scores");
  EXPECT_EQ(refusal({{{1}, {3, 3, 5}}}), "feasibility: a score lies between 0 and 4");
  EXPECT_EQ(refusal({{{1}, {3, 3, 3}}, {{1}, {3, 3, 3}}}), "assessment: a reviewer assessed twice");
}

TEST(GateRule, ThatMakesNoSenseIsRefused) {
  const auto refusal = [](auto change) {
    auto changed = rule();
    change(changed);
    const auto checked = check_gate_rule(changed);
    return checked ? "" : checked.error().text();
  };
  EXPECT_EQ(refusal([](auto&) {}), "");
  EXPECT_EQ(refusal([](auto& changed) { changed.criteria.clear(); }),
            "gate rule: a gate asks for at least one criterion");
  EXPECT_EQ(refusal([](auto& changed) { changed.criteria[1].name = "ethics"; }),
            "ethics: the criterion is given twice");
  EXPECT_EQ(refusal([](auto& changed) { changed.criteria[1].weight = 0; }),
            "relevance: a weight is 1 or more");
  EXPECT_EQ(refusal([](auto& changed) { changed.required_assessments = 0; }),
            "gate rule: a gate asks for at least one assessment");
  EXPECT_EQ(refusal([](auto& changed) { changed.threshold_hundredths = 401; }),
            "gate rule: the threshold lies between 0.00 and 4.00");
}

class Decision : public testing::Test {
 protected:
  [[nodiscard]] static std::string refusal(const GateDecision& decision, bool is_open = true) {
    const auto checked = check_decision(decision, {.is_open = is_open});
    return checked ? "" : checked.error().message;
  }
  GateDecision decision_{.by = {1},
                         .outcome = PipelineAct::proceed,
                         .reasons = "It is needed in three regions.",
                         .conditions = {},
                         .confirmed_by = {},
                         .at = Timestamp(std::chrono::days(20'000))};
};

TEST_F(Decision, CarriesReasons) {
  EXPECT_EQ(refusal(decision_), "");
  decision_.reasons.clear();
  EXPECT_EQ(refusal(decision_), "a decision carries its reasons");
}

TEST_F(Decision, HasConditionsWhereItsOutcomeSpeaksOfThem) {
  decision_.outcome = PipelineAct::recommend_with_conditions;
  EXPECT_EQ(refusal(decision_), "the conditions are missing");
  decision_.conditions = {{.text = "publish the materials", .due = Date(20'001)}};
  EXPECT_EQ(refusal(decision_), "");
  decision_.conditions.front().due = Date(20'000);
  EXPECT_EQ(refusal(decision_), "a condition is due on a day to come, not on 2024-10-04");
  decision_.conditions.front() = {.text = "", .due = Date(20'001)};
  EXPECT_EQ(refusal(decision_), "a condition says what is to be done");
  decision_.outcome = PipelineAct::recommend;
  EXPECT_EQ(refusal(decision_), "this outcome has no conditions");
}

TEST_F(Decision, ThatOverridesAShutGateNeedsASecondPerson) {
  decision_.is_override = true;
  EXPECT_EQ(refusal(decision_, false), "an override needs a second person");
  decision_.confirmed_by = PersonId{1};
  EXPECT_EQ(refusal(decision_, false), "the second person is another one than the first");
  decision_.confirmed_by = PersonId{2};
  EXPECT_EQ(refusal(decision_, false), "");
  EXPECT_EQ(refusal(decision_, true), "the gate is open; there is nothing to override");
  decision_.is_override = false;
  EXPECT_EQ(refusal(decision_, true), "only an override needs a second person");
}

TEST(Independence, NobodyJudgesTheirOwnWorkOrThatOfTheirOrganisation) {
  const Judging independent{.judge = {9},
                            .judges_organisations = {"school-a"},
                            .team = {{1}, {2}},
                            .team_organisations = {"school-b", "firm-c"}};
  EXPECT_TRUE(check_independence(independent));
  auto on_team = independent;
  on_team.judge = {2};
  EXPECT_EQ(check_independence(on_team).error().message,
            "nobody judges an innovation of their own");
  auto colleague = independent;
  colleague.judges_organisations = {"school-a", "firm-c"};
  EXPECT_EQ(check_independence(colleague).error().message,
            "nobody judges the work of their own organisation");
}

}  // namespace
}  // namespace tributary::ecosystem
