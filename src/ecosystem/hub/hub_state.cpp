#include "ecosystem/hub/hub_state.h"

#include <array>

namespace tributary::ecosystem {

std::string_view name_of(HubState state) {
  static constexpr auto kNames = std::to_array<std::string_view>({"draft", "open", "closed"});
  return kNames[static_cast<std::size_t>(state)];
}

std::string_view name_of(HubAct act) {
  static constexpr auto kNames = std::to_array<std::string_view>({"open", "close", "reopen"});
  return kNames[static_cast<std::size_t>(act)];
}

std::string_view name_of(HubNeed need) {
  static constexpr auto kNames = std::to_array<std::string_view>({"description"});
  return kNames[static_cast<std::size_t>(need)];
}

std::span<const Move<HubState, HubAct, HubNeed>> HubMachine::moves() {
  using Is = HubState;
  using Do = HubAct;
  static constexpr Roles kManager = {Role::hub_manager};
  static constexpr auto kMoves = std::to_array<Move<State, Act, Need>>({
      {Is::draft, Do::open, Is::open, kManager, {HubNeed::description}},
      {Is::open, Do::close, Is::closed, kManager},
      {Is::closed, Do::reopen, Is::open, kManager, {HubNeed::description}},
  });
  return kMoves;
}

}  // namespace tributary::ecosystem
