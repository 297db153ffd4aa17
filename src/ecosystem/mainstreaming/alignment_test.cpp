#include "ecosystem/mainstreaming/alignment.h"

#include <gtest/gtest.h>

namespace tributary::ecosystem {
namespace {

const StateCode kPortugal{"PT"}, kRomania{"RO"};

PipelinePlace place(Stage stage, const StateCode& taken_up_by = {},
                    Standing standing = Standing::active) {
  return {{stage, standing}, taken_up_by};
}

WaitingActs innovation_waits_for(EnumSet<PipelineAct> acts) {
  return {.of_innovation = acts, .of_case = {}};
}

WaitingActs case_waits_for(EnumSet<CaseAct> acts) { return {.of_innovation = {}, .of_case = acts}; }

TEST(Alignment, TheDecisionOfAStateIsFollowedByItsActInThePipeline) {
  const auto waiting = [](CaseState state, const PipelinePlace& where) {
    return waiting_acts(state, kPortugal, where, false);
  };
  EXPECT_EQ(waiting(CaseState::approved, place(Stage::assessment)),
            innovation_waits_for({PipelineAct::take_up}));
  const auto taken_up = place(Stage::mainstreaming, kPortugal);
  EXPECT_EQ(waiting(CaseState::approved, taken_up), WaitingActs());
  EXPECT_EQ(waiting(CaseState::in_force, taken_up),
            innovation_waits_for({PipelineAct::adopt, PipelineAct::adopt_in_part}));
  EXPECT_EQ(waiting(CaseState::declined, taken_up), innovation_waits_for({PipelineAct::decline}));
  EXPECT_EQ(waiting(CaseState::ended, place(Stage::mainstreamed, kPortugal)),
            innovation_waits_for({PipelineAct::de_implement}));
}

TEST(Alignment, AnotherStatesPipelineIsNotThisOnesToMove) {
  for (const auto state : {CaseState::in_force, CaseState::declined, CaseState::ended}) {
    EXPECT_EQ(waiting_acts(state, kPortugal, place(Stage::mainstreaming, kRomania), false),
              WaitingActs());
    EXPECT_EQ(waiting_acts(state, kPortugal, place(Stage::mainstreamed, kRomania), false),
              WaitingActs());
  }
}

TEST(Alignment, AnEndedCaseIsNoReasonWhileAnotherIsInForce) {
  EXPECT_EQ(waiting_acts(CaseState::ended, kPortugal, place(Stage::mainstreamed, kPortugal), true),
            WaitingActs());
}

TEST(Alignment, WhatGoesOnNoMoreClosesItsCases) {
  const auto withdrawn = place(Stage::assessment, {}, Standing::withdrawn);
  EXPECT_EQ(waiting_acts(CaseState::prepared, kPortugal, withdrawn, false),
            case_waits_for({CaseAct::close}));
  EXPECT_EQ(waiting_acts(CaseState::submitted, kPortugal, withdrawn, false),
            case_waits_for({CaseAct::take_back}));
  EXPECT_EQ(waiting_acts(CaseState::under_consideration, kPortugal, withdrawn, false),
            case_waits_for({CaseAct::decline}));
  EXPECT_EQ(waiting_acts(CaseState::approved, kPortugal, withdrawn, false),
            case_waits_for({CaseAct::revoke}));
  EXPECT_EQ(waiting_acts(CaseState::approved_in_part, kPortugal, withdrawn, false),
            case_waits_for({CaseAct::revoke}));
  EXPECT_EQ(waiting_acts(CaseState::declined, kPortugal, withdrawn, false), WaitingActs());
  const auto out_of_practice = place(Stage::mainstreamed, kPortugal, Standing::de_implemented);
  EXPECT_EQ(waiting_acts(CaseState::in_force, kPortugal, out_of_practice, false),
            case_waits_for({CaseAct::end}));
  EXPECT_EQ(waiting_acts(CaseState::in_force, kRomania, out_of_practice, false), WaitingActs());
  EXPECT_EQ(waiting_acts(CaseState::approved, kRomania, out_of_practice, false),
            case_waits_for({CaseAct::revoke}))
      << "what is out of practice elsewhere cannot come in force here any more";
}

TEST(Alignment, ComesInForceOnlyForWhatIsTakenUpOrMainstreamed) {
  EXPECT_TRUE(check_can_come_in_force(kPortugal, place(Stage::mainstreaming, kPortugal)));
  EXPECT_TRUE(check_can_come_in_force(kPortugal, place(Stage::mainstreamed, kRomania)));
  const auto refused =
      check_can_come_in_force(kPortugal, place(Stage::mainstreaming, kRomania)).error();
  EXPECT_EQ(refused.code, ErrorCode::unmet);
  EXPECT_EQ(refused.message,
            "the innovation is mainstreaming of RO; a decision comes in force once PT has taken it "
            "up in the pipeline, or where it is mainstreamed already");
  EXPECT_FALSE(check_can_come_in_force(kPortugal, place(Stage::assessment)));
  EXPECT_FALSE(check_can_come_in_force(
      kPortugal, place(Stage::mainstreamed, kPortugal, Standing::de_implemented)));
}

}  // namespace
}  // namespace tributary::ecosystem
