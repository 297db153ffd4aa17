// ecosystem/hub/hub_state.h
//
// Whether a hub, the page of a region or theme, is being prepared, open to everybody, or closed.
#pragma once

#include "ecosystem/state_machine.h"

namespace tributary::ecosystem {

enum class HubState : std::uint8_t {
  draft,  ///< only its managers and administrators see it
  open,
  closed,  ///< stays readable, so that links to it go on working
};

enum class HubAct : std::uint8_t { open, close, reopen };

enum class HubNeed : std::uint8_t {
  description,  ///< in its first language
};

std::string_view name_of(HubState state);
std::string_view name_of(HubAct act);
std::string_view name_of(HubNeed need);

struct HubMachine {
  using State = HubState;
  using Act = HubAct;
  using Need = HubNeed;
  static constexpr std::string_view kName = "hub";
  static std::span<const Move<State, Act, Need>> moves();
};

}  // namespace tributary::ecosystem
