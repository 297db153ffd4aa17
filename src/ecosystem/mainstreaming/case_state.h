// ecosystem/mainstreaming/case_state.h
//
// A mainstreaming case: one innovation put before one competent authority, with the lever that
// would carry it into everyday practice.
#pragma once

#include <optional>

#include "base/date.h"
#include "ecosystem/state_machine.h"

namespace tributary::ecosystem {

enum class Lever : std::uint8_t {
  curriculum,
  qualification_standard,
  funding_rule,
  regulation,
  staff_training,
  guidance,
};

enum class CaseState : std::uint8_t {
  prepared,
  submitted,
  under_consideration,
  approved,
  approved_in_part,
  declined,
  in_force,
  reviewed,
  ended,
  closed,  ///< given up before an authority decided, or before what it approved came in force
};

enum class CaseAct : std::uint8_t {
  submit,
  take_back,
  consider,
  approve,
  approve_in_part,
  decline,
  enact,
  review,
  continue_in_force,
  end,
  revoke,  ///< the approval, before it came in force
  close,
};

enum class CaseNeed : std::uint8_t {
  reasons,
  recommendation,      ///< of the innovation's assessment gate
  answered_checklist,  ///< every item of the scalability checklist (scalability_checklist.h)
  cost_at_scale,
  equity_statement,
  date_in_force,
};

/// Nothing comes of it any more.
constexpr bool is_over(CaseState state) {
  return state == CaseState::declined || state == CaseState::ended || state == CaseState::closed;
}

/// What whoever makes the move says with it, and so nobody can prepare.
inline constexpr EnumSet<CaseNeed> kStatedWithCaseMove = {CaseNeed::reasons,
                                                          CaseNeed::date_in_force};

/// What is in force is looked at again so long after it came in force, or was looked at last.
inline constexpr int kDaysBetweenReviews = 365;

/// Whichever of both days is the later one counts.
Date review_due(Date in_force_from, std::optional<Date> continued);

std::string_view name_of(Lever lever);
std::string_view name_of(CaseState state);
std::string_view name_of(CaseAct act);
std::string_view name_of(CaseNeed need);

struct CaseMachine {
  using State = CaseState;
  using Act = CaseAct;
  using Need = CaseNeed;
  static constexpr std::string_view kName = "mainstreaming case";
  static std::span<const Move<State, Act, Need>> moves();
};

}  // namespace tributary::ecosystem
