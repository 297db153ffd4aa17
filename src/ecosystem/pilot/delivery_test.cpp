// What a pilot cost, and what is missing and not 0.
#include "ecosystem/pilot/delivery.h"

#include <gtest/gtest.h>

namespace tributary::ecosystem {
namespace {

PilotDelivery usual() {
  return {
      .costs = {{.kind = CostKind::start_up, .what = "Training", .amount = {50'000}},
                {.kind = CostKind::recurring, .what = "Material", .amount = {12'345}},
                {.kind = CostKind::staff_time, .what = "Mentor", .amount = {3'010}, .hours = 12.5}},
      .sessions_planned = 20,
      .sessions_delivered = 18,
      .context = "In a strike"};
}

TEST(Delivery, CountsHoursAtTheirRateAndSharesTheSum) {
  const auto delivery = usual();
  ASSERT_TRUE(check_delivery(delivery));
  EXPECT_EQ(cost_of(delivery.costs[2]).cents, 37'625);
  EXPECT_EQ(total_cost(delivery.costs).cents, 99'970);
  EXPECT_EQ(running_cost(delivery.costs).cents, 49'970);
  EXPECT_EQ(cost_per_learner(delivery.costs, 28)->cents, 3'570);  // 35.7036
  EXPECT_DOUBLE_EQ(*fidelity(delivery), 0.9);
}

TEST(Delivery, WhatWasNotToldIsMissing) {
  EXPECT_FALSE(cost_per_learner({}, 28));
  EXPECT_FALSE(cost_per_learner(usual().costs, 0));
  EXPECT_FALSE(fidelity({}));
  EXPECT_TRUE(check_delivery({}));
}

std::string refused(void (*change)(PilotDelivery&)) {
  auto delivery = usual();
  change(delivery);
  const auto checked = check_delivery(delivery);
  return checked ? std::string() : checked.error().context;
}

TEST(Delivery, NamesTheFieldThatCannotBe) {
  EXPECT_EQ(refused([](auto& one) { one.costs[1].what = "  "; }), "costs[1].what");
  EXPECT_EQ(refused([](auto& one) { one.costs[0].amount = {-1}; }), "costs[0].amount_eur");
  EXPECT_EQ(refused([](auto& one) { one.costs[0].hours = 3; }), "costs[0].hours");
  EXPECT_EQ(refused([](auto& one) { one.costs[2].hours.reset(); }), "costs[2].hours");
  EXPECT_EQ(refused([](auto& one) { one.sessions_planned.reset(); }), "sessions_planned");
  EXPECT_EQ(refused([](auto& one) { one.sessions_planned = 0; }), "sessions_planned");
  EXPECT_EQ(refused([](auto& one) { one.costs.resize(41, one.costs[0]); }), "costs");
}

TEST(Delivery, IsEnteredUntilItIsReported) {
  EXPECT_TRUE(takes_delivery(PilotState::analysed));
  EXPECT_FALSE(takes_delivery(PilotState::reported));
  EXPECT_FALSE(takes_delivery(PilotState::planned));
}

}  // namespace
}  // namespace tributary::ecosystem
