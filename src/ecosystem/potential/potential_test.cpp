// What makes a part strong, mixed, weak or unknown, and that what nobody knows is never weak.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ecosystem/potential/effect_reading.h"
#include "ecosystem/potential/place_reading.h"

namespace tributary::ecosystem {
namespace {

using Why = PotentialReason;

std::vector<Why> codes_of(const PotentialReading& reading) {
  std::vector<Why> codes;
  for (const auto& reason : reading.reasons) codes.push_back(reason.code);
  return codes;
}

Strength strength_at(int level, std::int64_t worse) {
  return read_evidence({.level = level, .there = {}, .wanted = {}, .worse = worse}).strength;
}

TEST(ReadPotential, LevelsOfEvidenceAndAPilotThatHarmed) {
  EXPECT_EQ(strength_at(0, 0), Strength::unknown);
  EXPECT_EQ(strength_at(2, 0), Strength::weak);
  EXPECT_EQ(strength_at(3, 1), Strength::mixed);
  EXPECT_EQ(strength_at(4, 0), Strength::strong);
  EXPECT_EQ(strength_at(5, 1), Strength::mixed);
}

TEST(ReadPotential, AnEffectIsStrongOnlyOverSeveralControlledPilots) {
  const EffectRange good{.value = .4, .low = .1, .high = .7};
  EXPECT_EQ(read_effect({.pilots = 2, .is_controlled = true, .estimate = good}).strength,
            Strength::strong);
  EXPECT_EQ(read_effect({.pilots = 1, .is_controlled = true, .estimate = good}).strength,
            Strength::mixed);
  const auto uncontrolled = read_effect({.pilots = 2, .is_controlled = false, .estimate = good});
  EXPECT_EQ(uncontrolled.strength, Strength::mixed);
  EXPECT_THAT(codes_of(uncontrolled),
              testing::ElementsAre(Why::pilots_together, Why::no_control_group));
  const auto harmful =
      read_effect({.pilots = 2, .is_controlled = true, .estimate = {{-.4, -.7, -.1}}});
  EXPECT_EQ(harmful.strength, Strength::weak);
  EXPECT_THAT(codes_of(harmful), testing::ElementsAre(Why::pilots_together, Why::may_be_harm));
  const auto none = read_effect({});
  EXPECT_EQ(none.strength, Strength::unknown);
  EXPECT_THAT(codes_of(none), testing::ElementsAre(Why::no_pilot));
}

TransferFacts in_two_states(std::optional<EffectRange> prediction) {
  return {.pilots = 3,
          .states = {{{"PT"}, 2, {.3, .1, .5}}, {{"RO"}, 1, {.2, -.1, .5}}},
          .prediction = prediction,
          .i_squared = .8,
          .target = {"RO"}};
}

TEST(ReadPotential, APredictionThatIncludesNothingIsMixedAndSaysSo) {
  const auto reading = read_transferability(in_two_states(EffectRange{.25, -.1, .6}));
  EXPECT_EQ(reading.strength, Strength::mixed);
  EXPECT_THAT(codes_of(reading), testing::ElementsAre(Why::not_sure_elsewhere, Why::pilots_differ,
                                                      Why::several_countries, Why::tried_here,
                                                      Why::too_few_for_moderators));
  EXPECT_THAT(reading.reasons.front().numbers, testing::ElementsAre(-.1, .6));
}

TEST(ReadPotential, WhatIsPredictedAboveNothingIsStrongInSeveralStatesAlone) {
  auto facts = in_two_states(EffectRange{.3, .1, .5});
  EXPECT_EQ(read_transferability(facts).strength, Strength::strong);
  facts.states.pop_back();
  EXPECT_EQ(read_transferability(facts).strength, Strength::mixed);
  EXPECT_THAT(codes_of(read_transferability(facts)), testing::Contains(Why::not_tried_here));
  EXPECT_EQ(read_transferability(in_two_states(EffectRange{-.3, -.5, -.1})).strength,
            Strength::weak);
  EXPECT_EQ(read_transferability(in_two_states({})).strength, Strength::unknown);
}

Checklist answered(std::size_t yes, std::size_t no, std::size_t unknown) {
  Checklist checklist;
  for (std::size_t item = 0; item < checklist.size(); ++item) {
    auto& answer = checklist[item].answer;
    answer = item < yes                  ? ChecklistAnswer::yes
             : item < yes + no           ? ChecklistAnswer::no
             : item < yes + no + unknown ? ChecklistAnswer::unknown
                                         : ChecklistAnswer::partly;
  }
  return checklist;
}

Strength of_checklist(std::size_t yes, std::size_t no, std::size_t unknown) {
  return read_scalability({{"PT"}, StateCode{"PT"}, answered(yes, no, unknown)}).strength;
}

TEST(ReadPotential, ChecklistsAreReadByTheirNosAndUnknowns) {
  EXPECT_EQ(of_checklist(9, 0, 0), Strength::strong);
  EXPECT_EQ(of_checklist(9, 0, 1), Strength::mixed);
  EXPECT_EQ(of_checklist(9, 1, 0), Strength::mixed);
  EXPECT_EQ(of_checklist(9, 3, 0), Strength::weak);
  EXPECT_EQ(of_checklist(0, 5, 7), Strength::unknown);
  EXPECT_EQ(read_scalability({}).strength, Strength::unknown);
  const auto other = read_scalability({{"EL"}, StateCode{"PT"}, answered(10, 2, 0)});
  EXPECT_THAT(codes_of(other),
              testing::ElementsAre(Why::answers, Why::answered_no, Why::case_of_other_state));
  EXPECT_THAT(other.reasons[1].numbers, testing::ElementsAre(11, 12));
}

TEST(ReadPotential, TheCostOfAnotherStateIsToldAndNotTakenForTheOwn) {
  const auto reading = read_cost({.target = {"EL"}, .at_scale = {}, .known_elsewhere = {{"PT"}}});
  EXPECT_EQ(reading.strength, Strength::unknown);
  EXPECT_THAT(codes_of(reading), testing::ElementsAre(Why::no_cost, Why::cost_elsewhere));
  EXPECT_EQ(read_cost({.target = {"EL"}, .at_scale = Money{150}, .known_elsewhere = {}}).reasons,
            (std::vector<StatedReason>{{Why::cost_here, {1.5}, {"EL"}}}));
}

ReadinessFacts ready_state(std::vector<ReadyItem> items) {
  return {.target = {"EL"}, .has_application = true, .items = std::move(items)};
}

TEST(ReadPotential, AStateIsReadyWhereEveryItemReachesItsTarget) {
  const ReadyItem there{{"E1"}, Level::emerging, Level::emerging};
  const ReadyItem without_target{{"E2"}, Level::established, {}};
  const ReadyItem under_way{{"E3"}, Level::emerging, {}};
  const ReadyItem far{{"E4"}, Level::ad_hoc, Level::established};
  const ReadyItem nobody_knows{{"E5"}, {}, Level::established};
  EXPECT_EQ(read_readiness(ready_state({there, without_target})).strength, Strength::strong);
  EXPECT_EQ(read_readiness(ready_state({there, nobody_knows})).strength, Strength::mixed);
  EXPECT_EQ(read_readiness(ready_state({there, under_way})).strength, Strength::mixed);
  EXPECT_EQ(read_readiness(ready_state({there, far})).strength, Strength::weak);
  EXPECT_EQ(read_readiness(ready_state({nobody_knows})).strength, Strength::unknown);
  EXPECT_THAT(codes_of(read_readiness(ready_state({}))),
              testing::ElementsAre(Why::addresses_nothing));
  EXPECT_THAT(codes_of(read_readiness({.target = {"EL"}, .items = {}})),
              testing::ElementsAre(Why::no_application));
}

TEST(ReadPotential, NobodyHeardFromIsUnknownAndNobodyUsingWeak) {
  EXPECT_EQ(read_adoption({.target = {"EL"}}).strength, Strength::unknown);
  EXPECT_EQ(read_adoption({.target = {"EL"}, .providers_heard = 3}).strength, Strength::weak);
  AdoptionFacts wide{.target = {"EL"},
                     .providers_using = 20,
                     .states_using = 2,
                     .providers_heard = 60,
                     .ever_adopted = 24};
  EXPECT_EQ(read_adoption(wide).strength, Strength::strong);
  EXPECT_THAT(codes_of(read_adoption(wide)),
              testing::ElementsAre(Why::in_use, Why::given_up, Why::not_heard_here));
  wide.ever_adopted = 50;
  EXPECT_EQ(read_adoption(wide).strength, Strength::weak);
}

TEST(ReadPotential, AForecastIsToldAndNotJudged) {
  const ForecastFacts known{.end = {{2031, 40, 30, 50}}, .why_not = {}};
  EXPECT_EQ(read_forecast(known).strength, Strength::known);
  const ForecastFacts none{.end = {}, .why_not = {Why::no_saturation, {}, {}}};
  EXPECT_EQ(read_forecast(none).strength, Strength::unknown);
}

}  // namespace
}  // namespace tributary::ecosystem
