#include "ecosystem/framework/amendment_state.h"

#include <array>

namespace tributary::ecosystem {

std::string_view name_of(AmendmentState state) {
  static constexpr auto kNames = std::to_array<std::string_view>(
      {"open", "debated", "accepted", "rejected", "withdrawn", "merged"});
  return kNames[static_cast<std::size_t>(state)];
}

std::string_view name_of(AmendmentAct act) {
  static constexpr auto kNames =
      std::to_array<std::string_view>({"debate", "accept", "reject", "withdraw", "merge"});
  return kNames[static_cast<std::size_t>(act)];
}

std::string_view name_of(AmendmentNeed need) {
  static constexpr auto kNames = std::to_array<std::string_view>({"reasons", "other_amendment"});
  return kNames[static_cast<std::size_t>(need)];
}

std::span<const Move<AmendmentState, AmendmentAct, AmendmentNeed>> AmendmentMachine::moves() {
  using enum AmendmentState;
  using enum AmendmentAct;
  using enum AmendmentNeed;
  static constexpr Roles kSteward = {Role::framework_steward};
  static constexpr Roles kProposer = {Role::member};  // the one who proposed it, as app/ sees to
  static constexpr auto kMoves = std::to_array<Move<State, Act, Need>>({
      {open, debate, debated, kSteward},
      {open, withdraw, withdrawn, kProposer, {reasons}},
      {open, merge, merged, kSteward, {reasons, other_amendment}},
      {debated, accept, accepted, kSteward, {reasons}},
      {debated, reject, rejected, kSteward, {reasons}},
      {debated, withdraw, withdrawn, kProposer, {reasons}},
      {debated, merge, merged, kSteward, {reasons, other_amendment}},
  });
  return kMoves;
}

}  // namespace tributary::ecosystem
