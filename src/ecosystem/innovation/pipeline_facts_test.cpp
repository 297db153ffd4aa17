#include "ecosystem/innovation/pipeline_facts.h"

#include <gtest/gtest.h>

namespace tributary::ecosystem {
namespace {

using enum PipelineNeed;
using Needs = EnumSet<PipelineNeed>;

TEST(PipelineFacts, OfNothingMeetNothingButThatThereIsNoDuplicate) {
  EXPECT_EQ(needs_met({}, {}), Needs{not_a_duplicate});
}

TEST(PipelineFacts, EachMeetsItsOwnNeed) {
  const auto with = [](auto change) {
    PipelineFacts facts;
    change(facts);
    return needs_met(facts, {}).without({not_a_duplicate});
  };
  EXPECT_EQ(with([](auto& facts) { facts.has_registered_protocol = true; }),
            Needs{registered_protocol});
  EXPECT_EQ(with([](auto& facts) { facts.ethics_note = "approved"; }), Needs{ethics_note});
  EXPECT_EQ(with([](auto& facts) { facts.data_protection_note = "kept for a year"; }),
            Needs{data_protection_note});
  EXPECT_EQ(with([](auto& facts) { facts.pilot_lead = PersonId{4}; }), Needs{pilot_lead});
  EXPECT_EQ(with([](auto& facts) { facts.lessons = "begin earlier"; }), Needs{lessons});
  EXPECT_EQ(with([](auto& facts) { facts.is_evidence_frozen = true; }), Needs{frozen_evidence});
  EXPECT_EQ(with([](auto& facts) { facts.is_recommended = true; }), Needs{recommendation});
  EXPECT_EQ(with([](auto& facts) { facts.gate.is_open = true; }), Needs{gate_rule});
  EXPECT_EQ(with([](auto& facts) {
              facts.product = {"book", "two days", "40 euro", "CC-BY-4.0", "WCAG 2.2"};
            }),
            Needs{complete_product});
  EXPECT_EQ(
      with([](auto& facts) { facts.product = {"book", "two days", "", "CC-BY-4.0", "WCAG"}; }),
      Needs{})
      << "nobody knows what it costs";
}

TEST(PipelineFacts, ADuplicateIsToldApartOrMergedBeforeItGoesOn) {
  PipelineFacts facts;
  facts.duplicates = {{7}};
  EXPECT_FALSE(needs_met(facts, {}).contains(not_a_duplicate));
  EXPECT_TRUE(needs_met(facts, {.merge_target = InnovationId{7}}).contains(merge_target));
}

TEST(PipelineFacts, AConfirmedOverrideStandsForTheGate) {
  EXPECT_TRUE(needs_met({}, {.is_confirmed_override = true}).contains(gate_rule));
}

TEST(PipelineFacts, ARecommendationStandsUntilAnAssessmentTakesItBack) {
  using enum PipelineAct;
  const auto stands = [](std::vector<PipelineAct> acts) { return is_recommended(acts); };
  EXPECT_FALSE(stands({proceed, proceed, proceed}));
  EXPECT_TRUE(stands({proceed, recommend}));
  EXPECT_TRUE(stands({recommend_with_conditions, take_up, decline})) << "another may take it up";
  EXPECT_FALSE(stands({recommend, not_yet}));
  EXPECT_FALSE(stands({recommend, take_up, adopt, modify, proceed}));
}

TEST(PipelineFacts, WithWhatIsStatedLeadThroughAGate) {
  PipelineFacts facts;
  facts.is_recommended = true;
  const auto take_up = [&](const MoveStatement& statement) {
    return make_move<PipelineMachine>({Stage::assessment}, PipelineAct::take_up,
                                      {Role::member_state_representative},
                                      needs_met(facts, statement));
  };
  EXPECT_EQ(take_up({.reasons = "it fits the new law", .competent_authority = "ministry"}),
            PipelineState{Stage::mainstreaming});
  EXPECT_EQ(take_up({.reasons = "it fits the new law"}).error().message,
            "take_up still needs competent_authority");
}

}  // namespace
}  // namespace tributary::ecosystem
