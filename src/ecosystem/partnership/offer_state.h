// ecosystem/partnership/offer_state.h
//
// An offer of an organisation to take part in a project, or its request for partners: it is shown
// once somebody without a part in it has gone through the checklist, and for some weeks only.
#pragma once

#include <algorithm>
#include <chrono>
#include <cstdint>

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

/// How often it is renewed within how long.
inline constexpr std::int64_t kMostRenewals = 6;
inline constexpr std::chrono::days kRenewalYear{365};

/// From which day on it is renewed, where it is shown until `last_day`: in the last third of its
/// time, and whenever its people were reminded.
constexpr Date renewable_from(Date shown_from, Date last_day) {
  const auto days = last_day.days_since_epoch() - shown_from.days_since_epoch();
  return Date(last_day.days_since_epoch() - std::max(days / 3, kRemindOfOfferDays));
}

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
