// ecosystem/pilot/protocol_state.h
//
// A protocol is a draft until it is registered; from then on its text changes by amendments alone,
// each with its reason, and every earlier text stays.
#pragma once

#include "ecosystem/state_machine.h"

namespace tributary::ecosystem {

enum class ProtocolState : std::uint8_t { draft, registered, amended, closed };

enum class ProtocolAct : std::uint8_t { register_text, amend, close };

enum class ProtocolNeed : std::uint8_t {
  reasons,
  complete_text,  ///< nothing is missing in it (protocol.h, problems_of())
  other_text,     ///< than the one that stands
};

/// What whoever makes the move says with it.
inline constexpr EnumSet<ProtocolNeed> kStatedWithProtocolMove = {ProtocolNeed::reasons,
                                                                  ProtocolNeed::other_text};

std::string_view name_of(ProtocolState state);
std::string_view name_of(ProtocolAct act);
std::string_view name_of(ProtocolNeed need);

/// Registered, with or without amendments, so that pilots may go on.
[[nodiscard]] constexpr bool is_in_force(ProtocolState state) {
  return state == ProtocolState::registered || state == ProtocolState::amended;
}

struct ProtocolMachine {
  using State = ProtocolState;
  using Act = ProtocolAct;
  using Need = ProtocolNeed;
  static constexpr std::string_view kName = "protocol";
  static std::span<const Move<State, Act, Need>> moves();
};

}  // namespace tributary::ecosystem
