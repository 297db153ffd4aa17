// Effects of pilots against published figures, and what several come to.
#include "app/ecosystem/pilot_analysis.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "app/ecosystem/pilot_power.h"

namespace tributary::app {
namespace {

namespace eco = ecosystem;
using testing::HasSubstr;
using testing::IsEmpty;

eco::PilotProtocol one_outcome(eco::PilotDesignKind design) {
  return {
      .title = "Trial",
      .design = design,
      .outcomes = {{.name = "Score", .instrument = "Test", .timing = "End", .is_primary = true}},
      .planned_treated = 64,
      .planned_control = 64};
}

PilotInput input(const eco::PilotProtocol& protocol, const std::vector<eco::ArmSummary>& arms) {
  return {.protocol_text = eco::canonical_text(protocol),
          .data = [text = eco::text_of(arms)](const auto& reader) { return reader(text); },
          .protocol_text_when_data_came = eco::canonical_text(protocol)};
}

std::vector<eco::ArmSummary> two_arms() {
  return {{.outcome = "Score",
           .arm = eco::Arm::treated,
           .learners = 50,
           .groups = 5,
           .mean_after = 103,
           .deviation_after = 5.5},
          {.outcome = "Score",
           .arm = eco::Arm::control,
           .learners = 50,
           .groups = 5,
           .mean_after = 100,
           .deviation_after = 4.5}};
}

TEST(PilotAnalysis, GivesHedgesGOfBorensteinsExample) {
  const auto protocol = one_outcome(eco::PilotDesignKind::individually_randomised);
  const auto effects = analyse_pilot(input(protocol, two_arms())).value();
  ASSERT_EQ(effects.size(), 1);
  EXPECT_EQ(effects[0].measure, "hedges_g");
  EXPECT_NEAR(effects[0].value, 0.5924, 5e-5);
  EXPECT_NEAR(effects[0].variance, 0.0411, 5e-5);
  EXPECT_NEAR(*effects[0].probability_better, 0.6624, 5e-5);  // Φ(0.5924/√2)
  EXPECT_LT(effects[0].low, effects[0].value);
  EXPECT_FALSE(effects[0].is_exploratory);
}

TEST(PilotAnalysis, GivesMorrisFirstStudyOfChanges) {
  auto protocol = one_outcome(eco::PilotDesignKind::pre_post_controlled);
  const std::vector<eco::ArmSummary> data{{.outcome = "Score",
                                           .arm = eco::Arm::treated,
                                           .learners = 20,
                                           .mean_before = 30.6,
                                           .deviation_before = 15.0,
                                           .mean_after = 38.5,
                                           .deviation_after = 11.6,
                                           .correlation = 0.47},
                                          {.outcome = "Score",
                                           .arm = eco::Arm::control,
                                           .learners = 20,
                                           .mean_before = 23.1,
                                           .deviation_before = 13.8,
                                           .mean_after = 19.7,
                                           .deviation_after = 14.8,
                                           .correlation = 0.47}};
  const auto effects = analyse_pilot(input(protocol, data)).value();
  EXPECT_NEAR(effects[0].value, 0.7684, 5e-5);
  EXPECT_NEAR(effects[0].variance, 0.1134, 5e-5);
  protocol.design = eco::PilotDesignKind::single_group;
  const auto alone = analyse_pilot(input(protocol, data)).value();
  EXPECT_NEAR(alone[0].value, 0.5056, 5e-5);
  EXPECT_NEAR(alone[0].variance, 0.0594, 5e-5);
  EXPECT_FALSE(alone[0].probability_better) << "there is nobody to do better than";
}

TEST(PilotAnalysis, GroupsMakeTheIntervalWiderAndLessTurnsTheSign) {
  auto protocol = one_outcome(eco::PilotDesignKind::cluster_randomised);
  protocol.unit = eco::AssignmentUnit::group;
  protocol.intraclass_correlation = 0.2;
  const auto alone =
      analyse_pilot(input(one_outcome(eco::PilotDesignKind::individually_randomised), two_arms()));
  const auto grouped = analyse_pilot(input(protocol, two_arms())).value();
  EXPECT_EQ(grouped[0].measure, "cluster_adjusted_g");
  EXPECT_DOUBLE_EQ(grouped[0].design_effect, 1 + 9 * 0.2);
  EXPECT_DOUBLE_EQ(grouped[0].degrees_of_freedom, 8);
  EXPECT_LT(grouped[0].low, alone->front().low);
  protocol.outcomes[0].lower_is_better = true;
  const auto turned = analyse_pilot(input(protocol, two_arms())).value();
  EXPECT_DOUBLE_EQ(turned[0].value, -grouped[0].value);
  EXPECT_DOUBLE_EQ(turned[0].low, -grouped[0].high);
}

TEST(PilotAnalysis, SaysWhyThereIsNoEffect) {
  const auto protocol = one_outcome(eco::PilotDesignKind::individually_randomised);
  auto data = two_arms();
  for (auto& arm : data) arm.deviation_after = 0;
  const auto refused = analyse_pilot(input(protocol, data));
  EXPECT_EQ(refused.error().code, ErrorCode::unmet);
  EXPECT_THAT(refused.error().message, HasSubstr("Score"));
  data.pop_back();
  EXPECT_EQ(analyse_pilot(input(protocol, data)).error().code, ErrorCode::unmet);
}

TEST(PilotAnalysis, SameInputSameBytesAndADifferenceIsNamed) {
  const auto protocol = one_outcome(eco::PilotDesignKind::individually_randomised);
  const auto once = analyse_pilot(input(protocol, two_arms())).value();
  EXPECT_THAT(differences_of(once, analyse_pilot(input(protocol, two_arms())).value()), IsEmpty());
  auto data = two_arms();
  data[0].mean_after = std::nextafter(103.0, 104.0);
  const auto differences = differences_of(once, analyse_pilot(input(protocol, data)).value());
  ASSERT_FALSE(differences.empty());
  EXPECT_THAT(differences.front(), HasSubstr("outcome 1, input"));
}

PooledPilot pooled_pilot(double value, double variance) {
  return {.pilot = {.id = {1}}, .effect = {.value = value, .variance = variance}};
}

TEST(Synthesis, OneIsNotPooledTwoAreAndThreePredict) {
  EXPECT_FALSE(synthesis_of("Score", {pooled_pilot(0.3, 0.04)}).pooled);
  EXPECT_FALSE(synthesis_of("Score", {pooled_pilot(0.3, 0.04)}).why_not.empty());
  const auto two = synthesis_of("Score", {pooled_pilot(0.3, 0.04), pooled_pilot(0.1, 0.04)});
  EXPECT_NEAR(two.pooled->value, 0.2, 1e-9);
  EXPECT_FALSE(two.pooled->prediction);
  const auto three = synthesis_of(
      "Score", {pooled_pilot(0.3, 0.04), pooled_pilot(0.1, 0.04), pooled_pilot(0.5, 0.04)});
  EXPECT_TRUE(three.pooled->prediction);
  EXPECT_EQ(three.leave_one_out.size(), 3);
}

TEST(PilotPower, SaysWhatIsFoundAndWhatIsNot) {
  auto protocol = one_outcome(eco::PilotDesignKind::individually_randomised);
  const auto power = power_of_pilot(protocol);
  EXPECT_NEAR(*power.minimum_detectable_effect, 0.499, 5e-4);  // 64 a group: Cohen 1988, d = 0.5
  EXPECT_NEAR(power.effects[1].power, 0.8015, 5e-4);
  EXPECT_EQ(power.effects[1].treated_learners, 64);
  protocol.unit = eco::AssignmentUnit::group;
  protocol.design = eco::PilotDesignKind::cluster_randomised;
  protocol.learners_in_a_group = 16;
  protocol.intraclass_correlation = 0.2;
  EXPECT_GT(*power_of_pilot(protocol).minimum_detectable_effect, 1);
  protocol.planned_control = 16;
  EXPECT_FALSE(power_of_pilot(protocol).minimum_detectable_effect) << "one group in an arm";
  EXPECT_FALSE(power_of_pilot(protocol).why_not.empty());
}

}  // namespace
}  // namespace tributary::app
