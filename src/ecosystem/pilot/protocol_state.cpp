#include "ecosystem/pilot/protocol_state.h"

#include <array>

namespace tributary::ecosystem {

std::string_view name_of(ProtocolState state) {
  static constexpr auto kNames =
      std::to_array<std::string_view>({"draft", "registered", "amended", "closed"});
  return kNames[static_cast<std::size_t>(state)];
}

std::string_view name_of(ProtocolAct act) {
  static constexpr auto kNames = std::to_array<std::string_view>({"register", "amend", "close"});
  return kNames[static_cast<std::size_t>(act)];
}

std::string_view name_of(ProtocolNeed need) {
  static constexpr auto kNames =
      std::to_array<std::string_view>({"reasons", "complete_text", "other_text"});
  return kNames[static_cast<std::size_t>(need)];
}

std::span<const Move<ProtocolState, ProtocolAct, ProtocolNeed>> ProtocolMachine::moves() {
  using enum ProtocolNeed;
  using Is = ProtocolState;
  using Do = ProtocolAct;
  static constexpr Roles kTeam = {Role::innovator, Role::pilot_lead};
  static constexpr auto kMoves = std::to_array<Move<State, Act, Need>>({
      {Is::draft, Do::register_text, Is::registered, kTeam, {complete_text}},
      {Is::draft, Do::close, Is::closed, kTeam, {reasons}},
      {Is::registered, Do::amend, Is::amended, kTeam, {reasons, complete_text, other_text}},
      {Is::registered, Do::close, Is::closed, kTeam, {reasons}},
      {Is::amended, Do::amend, Is::amended, kTeam, {reasons, complete_text, other_text}},
      {Is::amended, Do::close, Is::closed, kTeam, {reasons}},
  });
  return kMoves;
}

}  // namespace tributary::ecosystem
