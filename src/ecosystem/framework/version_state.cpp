#include "ecosystem/framework/version_state.h"

#include <array>

namespace tributary::ecosystem {

std::string_view name_of(VersionState state) {
  static constexpr auto kNames = std::to_array<std::string_view>(
      {"draft", "consultation", "final_proposal", "agreed", "superseded", "withdrawn"});
  return kNames[static_cast<std::size_t>(state)];
}

std::string_view name_of(VersionAct act) {
  static constexpr auto kNames =
      std::to_array<std::string_view>({"consult", "propose", "agree", "supersede", "withdraw"});
  return kNames[static_cast<std::size_t>(act)];
}

std::string_view name_of(VersionNeed need) {
  static constexpr auto kNames =
      std::to_array<std::string_view>({"complete_text", "change_map", "debated_amendments",
                                       "agreement", "newer_agreed_version", "reasons"});
  return kNames[static_cast<std::size_t>(need)];
}

std::span<const Move<VersionState, VersionAct, VersionNeed>> VersionMachine::moves() {
  using enum VersionState;
  using enum VersionAct;
  using enum VersionNeed;
  static constexpr Roles kSteward = {Role::framework_steward};
  static constexpr auto kMoves = std::to_array<Move<State, Act, Need>>({
      {draft, consult, consultation, kSteward, {complete_text, change_map}},
      {draft, withdraw, withdrawn, kSteward, {reasons}},
      {consultation, propose, final_proposal, kSteward, {debated_amendments}},
      {consultation, withdraw, withdrawn, kSteward, {reasons}},
      {final_proposal, agree, agreed, kSteward, {agreement}},
      {final_proposal, withdraw, withdrawn, kSteward, {reasons}},
      {agreed, supersede, superseded, kSteward, {newer_agreed_version}},
  });
  return kMoves;
}

}  // namespace tributary::ecosystem
