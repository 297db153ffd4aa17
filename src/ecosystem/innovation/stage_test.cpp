#include "ecosystem/innovation/stage.h"

#include <gtest/gtest.h>

namespace tributary::ecosystem {
namespace {

/// Takes the act with every role and everything there is.
PipelineState after(PipelineState from, PipelineAct act) {
  const auto* move = find_move<PipelineMachine>(from, act);
  return move == nullptr ? PipelineState{}
                         : make_move<PipelineMachine>(from, act, move->who, move->needs).value();
}

TEST(Pipeline, LeadsFromIdeaToPracticeAndOutOfItAgain) {
  using enum PipelineAct;
  PipelineState state;
  for (const auto& [act, stage] : {std::pair{proceed, Stage::testing},
                                   {proceed, Stage::development},
                                   {back_to_testing, Stage::testing},
                                   {adapt, Stage::development},
                                   {proceed, Stage::assessment},
                                   {recommend_with_conditions, Stage::assessment},
                                   {take_up, Stage::mainstreaming},
                                   {decline, Stage::assessment},
                                   {take_up, Stage::mainstreaming},
                                   {adopt_in_part, Stage::mainstreamed},
                                   {keep, Stage::mainstreamed}}) {
    state = after(state, act);
    EXPECT_EQ(state, PipelineState{stage}) << name_of(act);
  }
  state = after(state, de_implement);
  EXPECT_EQ(name_of(state), "de_implemented (mainstreamed)");
  EXPECT_TRUE(acts_in<PipelineMachine>(state).empty());
}

TEST(Pipeline, WhatIsParkedResumesInTheStageWhereItWas) {
  for (const auto stage : {Stage::identified, Stage::testing, Stage::assessment}) {
    const auto parked = after({stage}, PipelineAct::park);
    EXPECT_EQ(parked, (PipelineState{stage, Standing::parked}));
    EXPECT_EQ(after(parked, PipelineAct::resume), PipelineState{stage});
    EXPECT_FALSE(find_move<PipelineMachine>(parked, PipelineAct::proceed));
  }
}

TEST(Pipeline, EveryMoveCarriesReasons) {
  for (const auto& move : PipelineMachine::moves()) {
    EXPECT_TRUE(move.needs.contains(PipelineNeed::reasons)) << name_of(move.act);
  }
}

TEST(Pipeline, NobodyButAStatesRepresentativeDecidesOnMainstreaming) {
  for (const auto& move : PipelineMachine::moves()) {
    const bool is_mainstreaming = move.from.stage >= Stage::mainstreaming;
    if (!is_mainstreaming || !is_gate_outcome(move.act)) continue;
    EXPECT_EQ(move.who, Roles{Role::member_state_representative}) << name_of(move.act);
  }
}

TEST(Pipeline, NothingGoesOnThroughAGateThatIsShut) {
  using enum PipelineAct;
  for (const auto& move : PipelineMachine::moves()) {
    const bool goes_on =
        move.act == proceed || move.act == recommend || move.act == recommend_with_conditions;
    EXPECT_EQ(move.needs.contains(PipelineNeed::gate_rule), goes_on) << name_of(move.act);
  }
}

}  // namespace
}  // namespace tributary::ecosystem
