// ecosystem/framework/version_state.h
//
// From a steward's draft to a text that Member States agreed on. Past the draft the text is
// immutable: what is wrong in it is mended in another version.
#pragma once

#include "ecosystem/state_machine.h"

namespace tributary::ecosystem {

enum class VersionState : std::uint8_t {
  draft,
  consultation,
  final_proposal,
  agreed,
  superseded,
  withdrawn,
};

enum class VersionAct : std::uint8_t { consult, propose, agree, supersede, withdraw };

enum class VersionNeed : std::uint8_t {
  complete_text,       ///< check_complete()
  change_map,          ///< from the version before, where there is one
  debated_amendments,  ///< none is open or debated any more
  agreement,           ///< the framework's agreement rule gives it (agreement.h)
  newer_agreed_version,
  reasons,
};

std::string_view name_of(VersionState state);
std::string_view name_of(VersionAct act);
std::string_view name_of(VersionNeed need);

/// Whether the text may still be edited.
constexpr bool is_editable(VersionState state) { return state == VersionState::draft; }

struct VersionMachine {
  using State = VersionState;
  using Act = VersionAct;
  using Need = VersionNeed;
  static constexpr std::string_view kName = "framework version";
  static std::span<const Move<State, Act, Need>> moves();
};

}  // namespace tributary::ecosystem
