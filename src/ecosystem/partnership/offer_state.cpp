#include "ecosystem/partnership/offer_state.h"

#include <array>

namespace tributary::ecosystem {

std::string_view name_of(OfferState state) {
  static constexpr auto kNames = std::to_array<std::string_view>(
      {"draft", "submitted", "published", "expired", "rejected", "closed"});
  return kNames[static_cast<std::size_t>(state)];
}

std::string_view name_of(OfferAct act) {
  static constexpr auto kNames = std::to_array<std::string_view>(
      {"submit", "take_back", "publish", "reject", "revise", "renew", "take_down", "close"});
  return kNames[static_cast<std::size_t>(act)];
}

std::string_view name_of(OfferNeed need) {
  static constexpr auto kNames =
      std::to_array<std::string_view>({"complete_checklist", "reasons_of_unmet", "reasons"});
  return kNames[static_cast<std::size_t>(need)];
}

std::span<const Move<OfferState, OfferAct, OfferNeed>> OfferMachine::moves() {
  using enum OfferNeed;
  using Is = OfferState;
  using Do = OfferAct;
  static constexpr Roles kOwner = {Role::organisation_representative};
  static constexpr Roles kModerator = {Role::data_curator};
  static constexpr auto kMoves = std::to_array<Move<State, Act, Need>>({
      {Is::draft, Do::submit, Is::submitted, kOwner},
      {Is::draft, Do::close, Is::closed, kOwner},
      {Is::submitted, Do::take_back, Is::draft, kOwner},
      {Is::submitted, Do::publish, Is::published, kModerator, {complete_checklist}},
      {Is::submitted, Do::reject, Is::rejected, kModerator, {reasons_of_unmet}},
      {Is::rejected, Do::revise, Is::draft, kOwner},
      {Is::rejected, Do::close, Is::closed, kOwner},
      {Is::published, Do::renew, Is::published, kOwner},
      {Is::published, Do::take_down, Is::rejected, kModerator, {reasons}},
      {Is::published, Do::close, Is::closed, kOwner},
      {Is::expired, Do::renew, Is::published, kOwner},
      {Is::expired, Do::close, Is::closed, kOwner},
  });
  return kMoves;
}

}  // namespace tributary::ecosystem
