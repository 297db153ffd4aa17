// Effects of pilots against published figures, and what several come to.
#include "app/ecosystem/pilot_analysis.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "app/ecosystem/pilot_power.h"
#include "app/ecosystem/pilot_shown.h"
#include "app/ecosystem/pilot_synthesis.h"

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

TEST(PilotAnalysis, GivesNewcombesDifferenceOfShares) {
  auto protocol = one_outcome(eco::PilotDesignKind::individually_randomised);
  protocol.outcomes[0].kind = eco::OutcomeKind::share;
  const std::vector<eco::ArmSummary> data{
      {.outcome = "Score", .learners = 7000, .events = 5600},
      {.outcome = "Score", .arm = eco::Arm::control, .learners = 8000, .events = 4800}};
  const auto effect = analyse_pilot(input(protocol, data)).value().front();
  EXPECT_EQ(effect.measure, kShareMeasure);
  EXPECT_NEAR(effect.value, 0.2, 1e-12);
  EXPECT_FALSE(effect.probability_better);
  EXPECT_NEAR(effect.share->risk_ratio->value, 4.0 / 3, 1e-12);
  EXPECT_NEAR(effect.share->odds_ratio->value, 8.0 / 3, 1e-12);
  protocol.outcomes[0].lower_is_better = true;
  const auto turned = analyse_pilot(input(protocol, data)).value().front();
  EXPECT_DOUBLE_EQ(turned.low, -effect.high);
  EXPECT_EQ(turned.share, effect.share) << "as counted";
}

TEST(ShownEffects, AreExactUnlessTheyTellStrangersOfFew) {
  auto protocol = one_outcome(eco::PilotDesignKind::individually_randomised);
  protocol.outcomes[0].kind = eco::OutcomeKind::share;
  const std::vector<eco::ArmSummary> data{
      {.outcome = "Score", .learners = 50, .events = 48},
      {.outcome = "Score", .arm = eco::Arm::control, .learners = 50, .events = 30}};
  const auto effect = analyse_pilot(input(protocol, data)).value().front();
  EXPECT_EQ(shown_effect(effect, protocol, false)->effect, effect);
  const auto shown = shown_effect(effect, protocol, true).value();
  EXPECT_TRUE(shown.is_coarse);
  EXPECT_EQ(shown.finding, Finding::better);
  EXPECT_FALSE(shown.effect.share);
  EXPECT_TRUE(shown.effect.input_hash.empty());
  EXPECT_EQ(shown.no_months, NoMonths::share);
}

PooledPilot pooled_pilot(double value, double variance) {
  return {.pilot = {.id = {1}}, .effect = {.value = value, .variance = variance}};
}

TEST(Synthesis, AllowsForPilotsOfOneCountryThatAreAlike) {
  std::vector<PooledPilot> pilots;
  for (const auto& [state, value] : std::vector<std::pair<std::string, double>>{
           {"PT", 0.5}, {"PT", 0.55}, {"RO", 0.1}, {"RO", 0.05}, {"FI", 0.3}, {"FI", 0.32}}) {
    auto one = pooled_pilot(value, 0.01);
    one.pilot.member_state = {state};
    pilots.push_back(one);
  }
  const auto synthesis = synthesis_of({.name = "Score"}, pilots);
  ASSERT_TRUE(synthesis.nested);
  EXPECT_EQ(synthesis.nested->countries, 3);
  EXPECT_GT(synthesis.nested->between_countries, synthesis.nested->within_countries);
  EXPECT_GT(synthesis.nested->interval.width(), synthesis.pooled->shown.width())
      << "three countries say less than six pilots on their own";
  for (auto& one : pilots) one.pilot.member_state = {"PT"};
  EXPECT_FALSE(synthesis_of({.name = "Score"}, pilots).nested);
}

TEST(Synthesis, OneIsNotPooledTwoAreAndThreePredict) {
  EXPECT_FALSE(synthesis_of({.name = "Score"}, {pooled_pilot(0.3, 0.04)}).pooled);
  EXPECT_FALSE(synthesis_of({.name = "Score"}, {pooled_pilot(0.3, 0.04)}).why_not.empty());
  const auto two =
      synthesis_of({.name = "Score"}, {pooled_pilot(0.3, 0.04), pooled_pilot(0.1, 0.04)});
  EXPECT_NEAR(two.pooled->value, 0.2, 1e-9);
  EXPECT_FALSE(two.pooled->prediction);
  const auto three =
      synthesis_of({.name = "Score"},
                   {pooled_pilot(0.3, 0.04), pooled_pilot(0.1, 0.04), pooled_pilot(0.5, 0.04)});
  EXPECT_TRUE(three.pooled->prediction);
  EXPECT_EQ(three.leave_one_out.size(), 3);
}

TEST(Synthesis, TenPilotsTellWhatGoesWithTheirCountryAndFewerSayWhyNot) {
  std::vector<PooledPilot> pilots;
  for (int at = 0; at < 10; ++at) {
    const bool is_first = at < 6;
    auto pilot = pooled_pilot(is_first ? 0.1 + 0.01 * at : 0.5 + 0.01 * at, 0.01 + 0.002 * at);
    pilot.pilot.member_state = {is_first ? "PT" : "RO"};
    pilots.push_back(std::move(pilot));
  }
  const auto ten = synthesis_of({.name = "Score"}, pilots);
  const auto& country = ten.moderators[0];
  ASSERT_TRUE(country.found);
  EXPECT_EQ(country.compared_with, "PT");
  EXPECT_EQ(country.names, std::vector<std::string>{"RO"});
  EXPECT_NEAR(country.found->coefficients[1].value, 0.45, 0.03);
  EXPECT_EQ(ten.moderators[1].refusal, ModeratorRefusal::not_recorded);
  EXPECT_TRUE(ten.funnel->asymmetry);
  EXPECT_FALSE(ten.funnel->rests_on_few);
  pilots.pop_back();
  const auto nine = synthesis_of({.name = "Score"}, pilots);
  EXPECT_EQ(nine.moderators[0].refusal, ModeratorRefusal::too_few);
  EXPECT_EQ(nine.moderators[0].needed, 10);
  EXPECT_TRUE(nine.funnel->rests_on_few);
  pilots[0].is_coarse = true;
  EXPECT_FALSE(synthesis_of({.name = "Score"}, pilots).pooled) << "the others would tell of few";
}

TEST(PilotPower, SaysWhatIsFoundAndWhatIsNot) {
  auto protocol = one_outcome(eco::PilotDesignKind::individually_randomised);
  const auto power = power_of_pilot(protocol);
  EXPECT_NEAR(*power.minimum_detectable_effect, 0.499, 5e-4);  // 64 a group: Cohen 1988, d = 0.5
  EXPECT_NEAR(power.effects[1].power, 0.8015, 5e-4);
  EXPECT_NEAR(*power.share_difference, 0.239, 5e-4);  // sin(0.499)/2
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
