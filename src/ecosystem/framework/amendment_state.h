// ecosystem/framework/amendment_state.h
//
// A proposed change of a version's text: who wants it, why, and what became of it.
#pragma once

#include "ecosystem/state_machine.h"

namespace tributary::ecosystem {

enum class AmendmentState : std::uint8_t { open, debated, accepted, rejected, withdrawn, merged };

enum class AmendmentAct : std::uint8_t { debate, accept, reject, withdraw, merge };

enum class AmendmentNeed : std::uint8_t {
  reasons,
  other_amendment,  ///< that it is merged into; its supporters go with it
};

std::string_view name_of(AmendmentState state);
std::string_view name_of(AmendmentAct act);
std::string_view name_of(AmendmentNeed need);

struct AmendmentMachine {
  using State = AmendmentState;
  using Act = AmendmentAct;
  using Need = AmendmentNeed;
  static constexpr std::string_view kName = "amendment";
  static std::span<const Move<State, Act, Need>> moves();
};

}  // namespace tributary::ecosystem
