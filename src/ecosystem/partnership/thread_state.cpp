#include "ecosystem/partnership/thread_state.h"

#include <array>

namespace tributary::ecosystem {

std::string_view name_of(ThreadState state) {
  static constexpr auto kNames = std::to_array<std::string_view>(
      {"asked", "open", "declined", "closed", "reported", "upheld"});
  return kNames[static_cast<std::size_t>(state)];
}

std::string_view name_of(ThreadAct act) {
  static constexpr auto kNames = std::to_array<std::string_view>(
      {"accept", "decline", "close", "report", "dismiss", "uphold"});
  return kNames[static_cast<std::size_t>(act)];
}

std::string_view name_of(ThreadNeed) { return "reasons"; }

std::span<const Move<ThreadState, ThreadAct, ThreadNeed>> ThreadMachine::moves() {
  using enum ThreadNeed;
  using Is = ThreadState;
  using Do = ThreadAct;
  static constexpr Roles kAsked = {Role::organisation_representative};
  static constexpr Roles kBoth = {Role::member, Role::organisation_representative};
  static constexpr Roles kModerator = {Role::data_curator};
  static constexpr auto kMoves = std::to_array<Move<State, Act, Need>>({
      {Is::asked, Do::accept, Is::open, kAsked},
      {Is::asked, Do::decline, Is::declined, kAsked},
      {Is::asked, Do::close, Is::closed, {Role::member}},
      {Is::asked, Do::report, Is::reported, kBoth, {reasons}},
      {Is::open, Do::close, Is::closed, kBoth},
      {Is::open, Do::report, Is::reported, kBoth, {reasons}},
      {Is::declined, Do::report, Is::reported, kBoth, {reasons}},
      {Is::closed, Do::report, Is::reported, kBoth, {reasons}},
      {Is::reported, Do::dismiss, Is::closed, kModerator, {reasons}},
      {Is::reported, Do::uphold, Is::upheld, kModerator, {reasons}},
  });
  return kMoves;
}

ResponseRate response_rate(const std::vector<FirstContact>& contacts, Timestamp now) {
  ResponseRate rate;
  for (const auto& contact : contacts) {
    const auto until = contact.asked + kAnswerWithin;
    const bool is_answered = contact.answered && *contact.answered <= until;
    if (!is_answered && now < until) continue;
    ++rate.asked;
    if (is_answered) ++rate.answered;
  }
  return rate;
}

}  // namespace tributary::ecosystem
