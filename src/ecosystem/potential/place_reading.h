// ecosystem/potential/place_reading.h: whether one state could take it up: scalability, cost, the
// state's readiness, who uses it already and how it spreads. Pure functions; safe to call from any
// thread.
#pragma once

#include <optional>

#include "base/money.h"
#include "ecosystem/framework/agreement.h"
#include "ecosystem/framework/framework_version.h"
#include "ecosystem/mainstreaming/scalability_checklist.h"
#include "ecosystem/potential/potential_reading.h"

namespace tributary::ecosystem {

/// So many of twelve answered with yes, and none with no or unknown, are strong.
inline constexpr std::size_t kYesOfStrong = 9;
/// So many of twelve answered with no are weak; so many unknown leave the whole unknown.
inline constexpr std::size_t kNoOfWeak = 3, kUnknownOfUnknown = 7;

struct ScalabilityFacts {
  StateCode target;                  ///< empty: none
  std::optional<StateCode> case_of;  ///< the state of the case that is read; nothing: no case
  Checklist checklist;
};

PotentialReading read_scalability(const ScalabilityFacts& facts);

/// What it would cost.
struct CostFacts {
  StateCode target;
  std::optional<Money> at_scale;           ///< a year, in the target, by its latest case
  std::vector<StateCode> known_elsewhere;  ///< states of other cases that have a cost
  std::vector<double> per_learner;         ///< euro, of each pilot that recorded it
  bool is_described = false;               ///< the product's cost, in words
};

/// Known where the state's own case has a cost, or pilots recorded what a learner costs; what it
/// costs at scale elsewhere says little of here.
PotentialReading read_cost(const CostFacts& facts);

/// One item of the framework that the innovation addresses, in the state.
struct ReadyItem {
  ItemKey key;
  std::optional<Level> level;  ///< that peers saw, else self-assessed; nothing: not assessed
  std::optional<Level> target;
};

/// Reached: its target, or where there is none `established`.
bool is_ready(const ReadyItem& item);

struct ReadinessFacts {
  StateCode target;
  bool has_application = false, is_discontinued = false;
  std::vector<ReadyItem> items;  ///< of those that the innovation addresses
};

/// Strong where every item is ready; weak where one is absent or ad hoc; else mixed. Unknown where
/// nothing of it is assessed there.
PotentialReading read_readiness(const ReadinessFacts& facts);

struct AdoptionFacts {
  StateCode target;
  std::uint64_t providers_using = 0, states_using = 0, providers_heard = 0;
  std::uint64_t ever_adopted = 0;  ///< providers, those that stopped included
  std::uint64_t using_here = 0, heard_here = 0;
};

/// Strong where it is in use at scale (evidence_level.h) and most who began still use it; weak
/// where nobody uses it, or most gave it up; else mixed. Unknown where nobody was heard from.
PotentialReading read_adoption(const AdoptionFacts& facts);

struct ForecastFacts {
  struct End {
    int year = 0;
    double expected = 0, low = 0, high = 0;  ///< providers that will have adopted it until then
  };
  std::optional<End> end;
  StatedReason why_not;  ///< where there is no forecast
};

PotentialReading read_forecast(const ForecastFacts& facts);

}  // namespace tributary::ecosystem
