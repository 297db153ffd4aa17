// What pilots by state come to, and when enough of them tell a moderator from chance.
#include "app/ecosystem/potential/effect_transfer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace tributary::app {
namespace {

namespace eco = ecosystem;

PooledPilot pilot_in(const std::string& state, double value, std::int64_t learners = 50) {
  return {.pilot = {.site = "School", .member_state = {state}},
          .effect = {.outcome = "Score",
                     .is_primary = true,
                     .value = value,
                     .variance = .01,
                     .low = value - .2,
                     .high = value + .2,
                     .treated = learners / 2,
                     .control = learners / 2}};
}

TEST(EffectTransfer, OnePilotStandsForItself) {
  const auto synthesis = synthesis_of({.name = "Score"}, {pilot_in("PT", .3)});
  const auto facts = effect_facts_of(synthesis, true);
  EXPECT_EQ(facts.pilots, 1);
  EXPECT_EQ(facts.estimate, (eco::EffectRange{.3, .3 - .2, .3 + .2}));
  const auto transfer = transfer_facts_of(synthesis, {"EL"});
  EXPECT_FALSE(transfer.prediction);
  EXPECT_FALSE(transfer.i_squared);
  ASSERT_EQ(transfer.states.size(), 1);
  EXPECT_EQ(transfer.states[0].state.value, "PT");
}

TEST(EffectTransfer, PilotsOfAStateAreTakenTogether) {
  const auto synthesis =
      synthesis_of({.name = "Score"}, {pilot_in("RO", .1), pilot_in("PT", .3), pilot_in("PT", .5)});
  const auto transfer = transfer_facts_of(synthesis, {"PT"});
  ASSERT_EQ(transfer.states.size(), 2);
  EXPECT_EQ(transfer.states[0].state.value, "PT");
  EXPECT_EQ(transfer.states[0].pilots, 2);
  EXPECT_NEAR(transfer.states[0].effect.value, .4, 1e-9);
  EXPECT_EQ(transfer.states[1].effect.value, .1);
  ASSERT_TRUE(transfer.prediction);
  EXPECT_LT(transfer.prediction->low, effect_facts_of(synthesis, true).estimate->low);
  EXPECT_FALSE(transfer.pilot_size) << "three pilots tell no moderator from chance";
}

OutcomeSynthesis pilots_that_shrink(std::size_t pilots) {
  std::vector<PooledPilot> all;
  for (std::size_t at = 0; at < pilots; ++at) {
    const auto step = static_cast<double>(at);
    all.push_back(pilot_in(at % 2 == 0 ? "PT" : "RO", 1 - .1 * step,
                           20 + 20 * static_cast<std::int64_t>(at)));
  }
  return synthesis_of({.name = "Score"}, std::move(all));
}

TEST(EffectTransfer, FromTenPilotsOnTheirSizeIsLookedAt) {
  EXPECT_FALSE(transfer_facts_of(pilots_that_shrink(9), {}).pilot_size);
  const auto slope = transfer_facts_of(pilots_that_shrink(10), {}).pilot_size;
  ASSERT_TRUE(slope);
  EXPECT_NEAR(slope->value, -.5, 1e-6) << "0.1 less for each 20 learners more";
  EXPECT_LT(slope->high, 0);
  const auto reading = eco::read_transferability(transfer_facts_of(pilots_that_shrink(10), {}));
  EXPECT_EQ(reading.reasons.back().code, eco::PotentialReason::size_matters);
}

TEST(EffectTransfer, WithoutPilotsThereIsNothing) {
  const auto synthesis = synthesis_of({.name = "Score"}, {});
  EXPECT_FALSE(effect_facts_of(synthesis, true).estimate);
  EXPECT_TRUE(transfer_facts_of(synthesis, {}).states.empty());
}

}  // namespace
}  // namespace tributary::app
