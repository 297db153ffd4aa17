// ecosystem/pilot/pilot_state.h
//
// A pilot: one protocol at one site of one country. Its lead carries it out; an evaluator who has
// no part in the innovation locks what was measured, analyses it and reports.
#pragma once

#include "ecosystem/state_machine.h"

namespace tributary::ecosystem {

enum class PilotState : std::uint8_t {
  planned,
  recruiting,
  running,
  data_locked,
  analysed,
  reported,
  terminated,  ///< early; its reasons say why
};

enum class PilotAct : std::uint8_t { recruit, start, lock_data, analyse, report, terminate };

enum class PilotNeed : std::uint8_t {
  reasons,  ///< of a report: what the pilot says, and what it does not
  registered_protocol,
  participant_flow,  ///< of each arm
  outcome_data,      ///< of each primary outcome, of as many learners as the flow has analysed
};

inline constexpr EnumSet<PilotNeed> kStatedWithPilotMove = {PilotNeed::reasons};

std::string_view name_of(PilotState state);
std::string_view name_of(PilotAct act);
std::string_view name_of(PilotNeed need);

/// Whether participants and data may be entered.
[[nodiscard]] constexpr bool takes_data(PilotState state) {
  return state == PilotState::recruiting || state == PilotState::running;
}

/// Whether it may get another lead.
[[nodiscard]] constexpr bool can_be_handed_over(PilotState state) {
  return state <= PilotState::running;
}

struct PilotMachine {
  using State = PilotState;
  using Act = PilotAct;
  using Need = PilotNeed;
  static constexpr std::string_view kName = "pilot";
  static std::span<const Move<State, Act, Need>> moves();
};

}  // namespace tributary::ecosystem
