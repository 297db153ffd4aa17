#include "ecosystem/pilot/pilot_state.h"

#include <array>

namespace tributary::ecosystem {

std::string_view name_of(PilotState state) {
  static constexpr auto kNames = std::to_array<std::string_view>(
      {"planned", "recruiting", "running", "data_locked", "analysed", "reported", "terminated"});
  return kNames[static_cast<std::size_t>(state)];
}

std::string_view name_of(PilotAct act) {
  static constexpr auto kNames = std::to_array<std::string_view>(
      {"recruit", "start", "lock_data", "analyse", "report", "terminate"});
  return kNames[static_cast<std::size_t>(act)];
}

std::string_view name_of(PilotNeed need) {
  static constexpr auto kNames = std::to_array<std::string_view>(
      {"reasons", "registered_protocol", "participant_flow", "outcome_data"});
  return kNames[static_cast<std::size_t>(need)];
}

std::span<const Move<PilotState, PilotAct, PilotNeed>> PilotMachine::moves() {
  using enum PilotNeed;
  using Is = PilotState;
  using Do = PilotAct;
  static constexpr Roles kLead = {Role::pilot_lead};
  static constexpr Roles kEvaluator = {Role::evaluator};
  static constexpr auto kMoves = std::to_array<Move<State, Act, Need>>({
      {Is::planned, Do::recruit, Is::recruiting, kLead, {registered_protocol}},
      {Is::planned, Do::terminate, Is::terminated, kLead, {reasons}},
      {Is::recruiting, Do::start, Is::running, kLead, {registered_protocol}},
      {Is::recruiting, Do::terminate, Is::terminated, kLead, {reasons}},
      {Is::running,
       Do::lock_data,
       Is::data_locked,
       kEvaluator,
       {registered_protocol, participant_flow, outcome_data}},
      {Is::running, Do::terminate, Is::terminated, kLead, {reasons}},
      {Is::data_locked, Do::analyse, Is::analysed, kEvaluator},
      {Is::data_locked, Do::terminate, Is::terminated, kEvaluator, {reasons}},
      {Is::analysed, Do::report, Is::reported, kEvaluator, {reasons}},
  });
  return kMoves;
}

}  // namespace tributary::ecosystem
