// ecosystem/partnership/offer_state.h
//
// An offer of an organisation to take part in a project, or its request for partners: it is shown
// once somebody without a part in it has gone through the checklist, and for some weeks only.
#pragma once

#include "base/date.h"
#include "ecosystem/state_machine.h"

namespace tributary::ecosystem {

enum class OfferState : std::uint8_t {
  draft,
  submitted,
  published,
  expired,  ///< published, and its last day is past: nobody makes that move
  rejected,
  closed,
};

enum class OfferAct : std::uint8_t {
  submit,
  take_back,
  publish,
  reject,
  revise,
  renew,
  take_down,
  close,
};

enum class OfferNeed : std::uint8_t {
  complete_checklist,  ///< every item is met
  reasons_of_unmet,    ///< an item at least is not met, and each that is not has its reason
  reasons,
};

std::string_view name_of(OfferState state);
std::string_view name_of(OfferAct act);
std::string_view name_of(OfferNeed need);

inline constexpr int kOfferDays = 90;  ///< how long one is shown where nobody says
inline constexpr int kMostOfferDays = 180;
inline constexpr int kRemindOfOfferDays = 10;  ///< before its last day

/// As it stands on a day: what is published until the day before is expired.
constexpr OfferState state_on(OfferState stored, Date last_day, Date today) {
  return stored == OfferState::published && last_day < today ? OfferState::expired : stored;
}

struct OfferMachine {
  using State = OfferState;
  using Act = OfferAct;
  using Need = OfferNeed;
  static constexpr std::string_view kName = "offer";
  static std::span<const Move<State, Act, Need>> moves();
};

}  // namespace tributary::ecosystem
