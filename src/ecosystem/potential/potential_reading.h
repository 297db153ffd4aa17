// ecosystem/potential/potential_reading.h
//
// How an authority may read the parts of an innovation's mainstreaming potential: strong, mixed,
// weak, or unknown, each with its reasons in plain words. The parts are never added up.
//
//   const auto reading = read_effect({.pilots = 3, .is_controlled = true, .estimate = found});
//   reading.strength               →  Strength::strong
//   reading.reasons.front().code   →  PotentialReason::pilots_together
//
// The rules are in docs/potential.md. What nobody knows is unknown, never weak. Pure functions;
// safe to call from any thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tributary::ecosystem {

enum class PotentialPart : std::uint8_t {
  evidence,
  effect,
  transferability,
  scalability,
  cost,
  readiness,
  adoption,
  forecast,
};

inline constexpr std::size_t kPotentialParts = 8;

enum class Strength : std::uint8_t {
  strong,
  mixed,
  weak,
  known,  ///< it is there, and whether it is good is for the reader to weigh
  unknown,
};

/// What a reading rests on. The comment tells its numbers and names, in their order.
enum class PotentialReason : std::uint8_t {
  // Evidence.
  evidence_level,  ///< the level
  would_raise,     ///< names of facts (evidence_level.h)
  pilots_worse,    ///< how many reported pilots
  pilots_unclear,  ///< how many
  // Effect and transferability.
  no_pilot,
  one_pilot,        ///< value, low, high
  pilots_together,  ///< pilots, value, low, high
  not_pooled,
  may_be_nothing,
  may_be_harm,  ///< the interval lies below 0
  no_control_group,
  too_few_to_predict,      ///< pilots
  likely_elsewhere,        ///< low, high of the prediction interval
  not_sure_elsewhere,      ///< low, high
  harm_elsewhere,          ///< low, high
  pilots_differ,           ///< I², 0 to 1
  one_country,             ///< its state
  several_countries,       ///< states
  tried_here,              ///< value, low, high; the state
  not_tried_here,          ///< the state
  too_few_for_moderators,  ///< pilots, and how many it takes
  size_matters,            ///< slope for each hundred learners, low, high
  size_does_not_matter,    ///< likewise
  // Scalability and cost.
  no_case,
  case_of_other_state,  ///< the state
  answers,              ///< yes, partly, no, unknown
  answered_no,          ///< numbers of the items
  no_cost,
  cost_here,         ///< euro a year; the state
  cost_elsewhere,    ///< states
  cost_per_learner,  ///< euro: the lowest and the highest of pilots; how many pilots
  cost_described,
  // Readiness.
  no_state_chosen,
  addresses_nothing,
  no_application,    ///< the state
  discontinued,      ///< the state
  ready_items,       ///< keys
  short_items,       ///< keys
  far_items,         ///< keys
  unassessed_items,  ///< keys
  // Adoption and forecast.
  nobody_heard,
  nobody_uses,     ///< providers heard from
  in_use,          ///< providers, states
  given_up,        ///< providers that stopped, of how many that began
  used_here,       ///< providers using, heard from; the state
  not_used_here,   ///< providers heard from; the state
  not_heard_here,  ///< the state
  forecast_to,     ///< year, expected, low, high
  no_saturation,
  too_few_years,  ///< years, and how many it takes
  nobody_adopted,
  curve_not_determined,
};

struct StatedReason {
  PotentialReason code = PotentialReason::no_pilot;
  std::vector<double> numbers = {};
  std::vector<std::string> names = {};
  bool operator==(const StatedReason&) const = default;
};

struct PotentialReading {
  Strength strength = Strength::unknown;
  std::vector<StatedReason> reasons;  ///< at least one
  bool operator==(const PotentialReading&) const = default;
};

std::string_view name_of(PotentialPart part);
std::string_view name_of(Strength strength);
std::string_view name_of(PotentialReason reason);

}  // namespace tributary::ecosystem
