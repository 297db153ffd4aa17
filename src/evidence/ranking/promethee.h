// evidence/ranking/promethee.h
//
// PROMETHEE II: every option against every other, each criterion with its own idea of what
// difference counts.
//
//   const std::vector<Preference> preferences{
//       {}, {.shape = PreferenceShape::v_shape, .preference = 30}};
//   const auto parts = TRY(net_flow_contributions(table, preferences));
//   TRY(weighted_ranking(parts, weights))  →  net flows; they add up to 0
//
// Pure functions; safe to call from any thread.
#pragma once

#include <span>

#include "base/result.h"
#include "evidence/ranking/contributions.h"
#include "evidence/ranking/decision_table.h"

namespace tributary::evidence {

enum class PreferenceShape {
  usual,     ///< 1 for any difference
  u_shape,   ///< 1 above the indifference
  v_shape,   ///< rises in proportion to 1 at the preference
  level,     ///< 0 up to the indifference, 1 above the preference, 1/2 between
  linear,    ///< rises from 0 at the indifference to 1 at the preference
  gaussian,  ///< 1 − exp(−d²/2s²)
};

/// How much a difference d > 0 in favour counts, from 0 to 1; in the unit of its criterion. What a
/// shape does not use is ignored.
struct Preference {
  PreferenceShape shape = PreferenceShape::usual;
  double indifference = 0;  ///< u_shape, level, linear
  double preference = 0;    ///< v_shape, level, linear
  double inflection = 0;    ///< gaussian: s
};

[[nodiscard]] double preference_for(double difference, const Preference& preference);

/// φ_j(a) = (1/(n − 1))·Σ_b (P_j(a, b) − P_j(b, a)): the net flow of each criterion alone; weighted
/// they are the net flow. Source: Brans and Vincke (1985); Brans and Mareschal (2005). Errors:
/// those of check_table(); `invalid_argument` where there is not a preference a criterion, or its
/// thresholds are negative, out of order or no finite numbers; names the criterion. Quadratic in
/// the options.
Result<Contributions> net_flow_contributions(const DecisionTable& table,
                                             std::span<const Preference> preferences);

}  // namespace tributary::evidence
