#include "ecosystem/innovation/stage.h"

#include <array>
#include <vector>

namespace tributary::ecosystem {
namespace {

using PipelineMove = Move<PipelineState, PipelineAct, PipelineNeed>;

constexpr std::array kActiveStages = {Stage::identified, Stage::testing,       Stage::development,
                                      Stage::assessment, Stage::mainstreaming, Stage::mainstreamed};

/// What its people may do in every stage until it is mainstreamed.
void add_moves_between_gates(std::vector<PipelineMove>& moves) {
  using enum PipelineAct;
  using enum PipelineNeed;
  constexpr Roles kInnovator = {Role::innovator};
  for (const auto stage : kActiveStages) {
    if (stage == Stage::mainstreamed) continue;
    const PipelineState active{stage}, parked{stage, Standing::parked};
    const PipelineState withdrawn{stage, Standing::withdrawn};
    moves.push_back({active, park, parked, kInnovator, {reasons}});
    moves.push_back({active, withdraw, withdrawn, kInnovator, {reasons}});
    moves.push_back({parked, resume, active, kInnovator, {reasons}});
    moves.push_back({parked, withdraw, withdrawn, kInnovator, {reasons}});
  }
}

std::vector<PipelineMove> all_moves() {
  using enum PipelineAct;
  using enum PipelineNeed;
  constexpr Roles kChair = {Role::panel_chair};
  constexpr Roles kState = {Role::member_state_representative};
  constexpr PipelineState kIdentified{Stage::identified}, kTesting{Stage::testing},
      kDevelopment{Stage::development}, kAssessment{Stage::assessment},
      kMainstreaming{Stage::mainstreaming}, kMainstreamed{Stage::mainstreamed};
  const auto ends = [](PipelineState state, Standing standing) {
    return PipelineState{state.stage, standing};
  };
  std::vector<PipelineMove> moves{
      {kIdentified,
       proceed,
       kTesting,
       kChair,
       {reasons, complete_text, not_a_duplicate, registered_protocol, ethics_note,
        data_protection_note, pilot_lead, gate_rule}},
      {kIdentified, revise, kIdentified, kChair, {reasons}},
      {kIdentified, reject, ends(kIdentified, Standing::stopped), kChair, {reasons}},
      {kIdentified, merge, ends(kIdentified, Standing::merged), kChair, {reasons, merge_target}},

      {kTesting, proceed, kDevelopment, kChair, {reasons, lessons, gate_rule}},
      {kTesting, repeat, kTesting, kChair, {reasons, lessons}},
      {kTesting, adapt, kDevelopment, kChair, {reasons, lessons}},
      {kTesting, stop, ends(kTesting, Standing::stopped), kChair, {reasons}},

      {kDevelopment,
       proceed,
       kAssessment,
       kChair,
       {reasons, complete_product, frozen_evidence, gate_rule}},
      {kDevelopment, back_to_testing, kTesting, kChair, {reasons, registered_protocol}},
      {kDevelopment, stop, ends(kDevelopment, Standing::stopped), kChair, {reasons}},

      // A recommendation stands until an authority takes it up.
      {kAssessment, recommend, kAssessment, kChair, {reasons, gate_rule}},
      {kAssessment,
       recommend_with_conditions,
       kAssessment,
       kChair,
       {reasons, gate_rule, conditions}},
      {kAssessment, not_yet, kDevelopment, kChair, {reasons}},
      {kAssessment, no, ends(kAssessment, Standing::stopped), kChair, {reasons}},
      {kAssessment,
       take_up,
       kMainstreaming,
       kState,
       {reasons, recommendation, competent_authority}},

      {kMainstreaming, adopt, kMainstreamed, kState, {reasons, decision_in_force}},
      {kMainstreaming, adopt_in_part, kMainstreamed, kState, {reasons, decision_in_force}},
      // What one authority declines another may take up.
      {kMainstreaming, decline, kAssessment, kState, {reasons}},

      {kMainstreamed, keep, kMainstreamed, kState, {reasons}},
      {kMainstreamed, modify, kDevelopment, kState, {reasons}},
      {kMainstreamed,
       de_implement,
       ends(kMainstreamed, Standing::de_implemented),
       kState,
       {reasons}},
  };
  add_moves_between_gates(moves);
  return moves;
}

}  // namespace

std::string_view name_of(Stage stage) {
  static constexpr auto kNames = std::to_array<std::string_view>(
      {"identified", "testing", "development", "assessment", "mainstreaming", "mainstreamed"});
  return kNames[static_cast<std::size_t>(stage)];
}

std::string_view name_of(Standing standing) {
  static constexpr auto kNames = std::to_array<std::string_view>(
      {"active", "parked", "stopped", "withdrawn", "merged", "de_implemented"});
  return kNames[static_cast<std::size_t>(standing)];
}

std::string_view name_of(PipelineAct act) {
  static constexpr auto kNames = std::to_array<std::string_view>({"proceed",
                                                                  "revise",
                                                                  "reject",
                                                                  "merge",
                                                                  "repeat",
                                                                  "adapt",
                                                                  "back_to_testing",
                                                                  "stop",
                                                                  "recommend",
                                                                  "recommend_with_conditions",
                                                                  "not_yet",
                                                                  "no",
                                                                  "take_up",
                                                                  "adopt",
                                                                  "adopt_in_part",
                                                                  "decline",
                                                                  "keep",
                                                                  "modify",
                                                                  "de_implement",
                                                                  "park",
                                                                  "resume",
                                                                  "withdraw"});
  static_assert(kNames.size() == kPipelineActs);
  return kNames[static_cast<std::size_t>(act)];
}

std::string_view name_of(PipelineNeed need) {
  static constexpr auto kNames = std::to_array<std::string_view>(
      {"reasons", "complete_text", "not_a_duplicate", "merge_target", "registered_protocol",
       "ethics_note", "data_protection_note", "pilot_lead", "lessons", "complete_product",
       "frozen_evidence", "gate_rule", "recommendation", "conditions", "competent_authority",
       "decision_in_force"});
  return kNames[static_cast<std::size_t>(need)];
}

std::string name_of(PipelineState state) {
  std::string stage(name_of(state.stage));
  if (state.standing == Standing::active) return stage;
  return std::string(name_of(state.standing)) + " (" + stage + ")";
}

bool is_gate_outcome(PipelineAct act) {
  return act != PipelineAct::park && act != PipelineAct::resume && act != PipelineAct::withdraw &&
         act != PipelineAct::take_up;
}

std::span<const PipelineMove> PipelineMachine::moves() {
  static const auto kMoves = all_moves();
  return kMoves;
}

}  // namespace tributary::ecosystem
