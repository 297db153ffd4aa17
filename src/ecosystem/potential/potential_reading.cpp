#include "ecosystem/potential/potential_reading.h"

#include <array>

namespace tributary::ecosystem {

std::string_view name_of(PotentialPart part) {
  static constexpr auto kNames =
      std::to_array<std::string_view>({"evidence", "effect", "transferability", "scalability",
                                       "cost", "readiness", "adoption", "forecast"});
  static_assert(kNames.size() == kPotentialParts);
  return kNames[static_cast<std::size_t>(part)];
}

std::string_view name_of(Strength strength) {
  static constexpr auto kNames =
      std::to_array<std::string_view>({"strong", "mixed", "weak", "known", "unknown"});
  return kNames[static_cast<std::size_t>(strength)];
}

std::string_view name_of(PotentialReason reason) {
  static constexpr auto kNames = std::to_array<std::string_view>({"evidence_level",
                                                                  "would_raise",
                                                                  "pilots_worse",
                                                                  "pilots_unclear",
                                                                  "no_pilot",
                                                                  "one_pilot",
                                                                  "pilots_together",
                                                                  "not_pooled",
                                                                  "may_be_nothing",
                                                                  "may_be_harm",
                                                                  "no_control_group",
                                                                  "too_few_to_predict",
                                                                  "likely_elsewhere",
                                                                  "not_sure_elsewhere",
                                                                  "harm_elsewhere",
                                                                  "pilots_differ",
                                                                  "one_country",
                                                                  "several_countries",
                                                                  "tried_here",
                                                                  "not_tried_here",
                                                                  "too_few_for_moderators",
                                                                  "size_matters",
                                                                  "size_does_not_matter",
                                                                  "no_case",
                                                                  "case_of_other_state",
                                                                  "answers",
                                                                  "answered_no",
                                                                  "no_cost",
                                                                  "cost_here",
                                                                  "cost_elsewhere",
                                                                  "cost_per_learner",
                                                                  "cost_described",
                                                                  "no_state_chosen",
                                                                  "addresses_nothing",
                                                                  "no_application",
                                                                  "discontinued",
                                                                  "ready_items",
                                                                  "short_items",
                                                                  "far_items",
                                                                  "unassessed_items",
                                                                  "nobody_heard",
                                                                  "nobody_uses",
                                                                  "in_use",
                                                                  "given_up",
                                                                  "used_here",
                                                                  "not_used_here",
                                                                  "not_heard_here",
                                                                  "forecast_to",
                                                                  "no_saturation",
                                                                  "too_few_years",
                                                                  "nobody_adopted",
                                                                  "curve_not_determined"});
  static_assert(kNames.size() ==
                static_cast<std::size_t>(PotentialReason::curve_not_determined) + 1);
  return kNames[static_cast<std::size_t>(reason)];
}

}  // namespace tributary::ecosystem
