// ecosystem/application/application_stage.h
//
// How far a state or region has come with a version of the framework, in the words of Cedefop's
// timeline of VET policies.
#pragma once

#include "ecosystem/state_machine.h"

namespace tributary::ecosystem {

enum class ApplicationStage : std::uint8_t {
  design,
  legislative_process,
  approved,
  pilot,
  implementation,
  completed,
  discontinued,
};

enum class ApplicationAct : std::uint8_t {
  legislate,
  redesign,
  approve,
  pilot,
  implement,
  complete,
  discontinue,
  begin_anew,  ///< what was discontinued, from its design and with all that was said in it
};

enum class ApplicationNeed : std::uint8_t {
  adapted_or_explained,  ///< check_adapt_or_explain() (framework_application.h)
  reasons,
};

/// What an application is in law.
enum class ApplicationType : std::uint8_t { strategy, regulation, practical_measure };

std::string_view name_of(ApplicationStage stage);
std::string_view name_of(ApplicationAct act);
std::string_view name_of(ApplicationNeed need);
std::string_view name_of(ApplicationType type);

struct ApplicationMachine {
  using State = ApplicationStage;
  using Act = ApplicationAct;
  using Need = ApplicationNeed;
  static constexpr std::string_view kName = "application of the framework";
  static std::span<const Move<State, Act, Need>> moves();
};

}  // namespace tributary::ecosystem
