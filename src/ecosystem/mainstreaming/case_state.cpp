#include "ecosystem/mainstreaming/case_state.h"

#include <algorithm>
#include <array>

namespace tributary::ecosystem {

std::string_view name_of(Lever lever) {
  static constexpr auto kNames =
      std::to_array<std::string_view>({"curriculum", "qualification_standard", "funding_rule",
                                       "regulation", "staff_training", "guidance"});
  return kNames[static_cast<std::size_t>(lever)];
}

std::string_view name_of(CaseState state) {
  static constexpr auto kNames = std::to_array<std::string_view>(
      {"prepared", "submitted", "under_consideration", "approved", "approved_in_part", "declined",
       "in_force", "reviewed", "ended", "closed"});
  return kNames[static_cast<std::size_t>(state)];
}

std::string_view name_of(CaseAct act) {
  static constexpr auto kNames = std::to_array<std::string_view>(
      {"submit", "take_back", "consider", "approve", "approve_in_part", "decline", "enact",
       "review", "continue_in_force", "end", "revoke", "close"});
  return kNames[static_cast<std::size_t>(act)];
}

std::string_view name_of(CaseNeed need) {
  static constexpr auto kNames =
      std::to_array<std::string_view>({"reasons", "recommendation", "answered_checklist",
                                       "cost_at_scale", "equity_statement", "date_in_force"});
  return kNames[static_cast<std::size_t>(need)];
}

Date review_due(Date in_force_from, std::optional<Date> continued) {
  const auto last = std::max(in_force_from, continued.value_or(in_force_from));
  return Date(last.days_since_epoch() + kDaysBetweenReviews);
}

std::span<const Move<CaseState, CaseAct, CaseNeed>> CaseMachine::moves() {
  using enum CaseNeed;
  using Is = CaseState;
  using Do = CaseAct;
  static constexpr Roles kInnovator = {Role::innovator};
  static constexpr Roles kState = {Role::member_state_representative};
  // What decides needs its reasons; to hand a case in and to take it up may have them.
  static constexpr auto kMoves = std::to_array<Move<State, Act, Need>>({
      {Is::prepared,
       Do::submit,
       Is::submitted,
       kInnovator,
       {recommendation, answered_checklist, cost_at_scale, equity_statement}},
      {Is::prepared, Do::close, Is::closed, kInnovator, {reasons}},
      {Is::submitted, Do::take_back, Is::prepared, kInnovator, {reasons}},
      {Is::submitted, Do::consider, Is::under_consideration, kState},
      {Is::under_consideration, Do::approve, Is::approved, kState, {reasons}},
      {Is::under_consideration, Do::approve_in_part, Is::approved_in_part, kState, {reasons}},
      {Is::under_consideration, Do::decline, Is::declined, kState, {reasons}},
      {Is::approved, Do::enact, Is::in_force, kState, {reasons, date_in_force}},
      {Is::approved, Do::revoke, Is::closed, kState, {reasons}},
      {Is::approved_in_part, Do::enact, Is::in_force, kState, {reasons, date_in_force}},
      {Is::approved_in_part, Do::revoke, Is::closed, kState, {reasons}},
      {Is::in_force, Do::review, Is::reviewed, kState, {reasons}},
      {Is::in_force, Do::end, Is::ended, kState, {reasons}},
      {Is::reviewed, Do::continue_in_force, Is::in_force, kState, {reasons}},
      {Is::reviewed, Do::end, Is::ended, kState, {reasons}},
  });
  return kMoves;
}

}  // namespace tributary::ecosystem
