#include "ecosystem/application/application_stage.h"

#include <array>

namespace tributary::ecosystem {

std::string_view name_of(ApplicationStage stage) {
  static constexpr auto kNames =
      std::to_array<std::string_view>({"design", "legislative_process", "approved", "pilot",
                                       "implementation", "completed", "discontinued"});
  return kNames[static_cast<std::size_t>(stage)];
}

std::string_view name_of(ApplicationAct act) {
  static constexpr auto kNames =
      std::to_array<std::string_view>({"legislate", "redesign", "approve", "pilot", "implement",
                                       "complete", "discontinue", "begin_anew"});
  return kNames[static_cast<std::size_t>(act)];
}

std::string_view name_of(ApplicationNeed need) {
  static constexpr auto kNames =
      std::to_array<std::string_view>({"adapted_or_explained", "reasons"});
  return kNames[static_cast<std::size_t>(need)];
}

std::string_view name_of(ApplicationType type) {
  static constexpr auto kNames =
      std::to_array<std::string_view>({"strategy", "regulation", "practical_measure"});
  return kNames[static_cast<std::size_t>(type)];
}

std::span<const Move<ApplicationStage, ApplicationAct, ApplicationNeed>>
ApplicationMachine::moves() {
  using enum ApplicationNeed;
  using Is = ApplicationStage;
  using Do = ApplicationAct;
  static constexpr Roles kState = {Role::member_state_representative};
  // A practical measure needs no law, so a design may be approved as it is. What settles something
  // needs its reasons; a step that carries out what was approved may have them.
  static constexpr auto kMoves = std::to_array<Move<State, Act, Need>>({
      {Is::design, Do::legislate, Is::legislative_process, kState, {adapted_or_explained}},
      {Is::design, Do::approve, Is::approved, kState, {adapted_or_explained, reasons}},
      {Is::design, Do::discontinue, Is::discontinued, kState, {reasons}},
      {Is::legislative_process, Do::redesign, Is::design, kState, {reasons}},
      {Is::legislative_process, Do::approve, Is::approved, kState, {adapted_or_explained, reasons}},
      {Is::legislative_process, Do::discontinue, Is::discontinued, kState, {reasons}},
      {Is::approved, Do::pilot, Is::pilot, kState},
      {Is::approved, Do::implement, Is::implementation, kState},
      {Is::approved, Do::redesign, Is::design, kState, {reasons}},
      {Is::approved, Do::discontinue, Is::discontinued, kState, {reasons}},
      {Is::pilot, Do::implement, Is::implementation, kState, {reasons}},
      {Is::pilot, Do::redesign, Is::design, kState, {reasons}},
      {Is::pilot, Do::discontinue, Is::discontinued, kState, {reasons}},
      {Is::implementation, Do::complete, Is::completed, kState, {adapted_or_explained, reasons}},
      {Is::implementation, Do::redesign, Is::design, kState, {reasons}},
      {Is::implementation, Do::discontinue, Is::discontinued, kState, {reasons}},
      {Is::completed, Do::redesign, Is::design, kState, {reasons}},
      {Is::completed, Do::discontinue, Is::discontinued, kState, {reasons}},
      {Is::discontinued, Do::begin_anew, Is::design, kState, {reasons}},
  });
  return kMoves;
}

}  // namespace tributary::ecosystem
