#include "evidence/ranking/promethee.h"

#include <fmt/core.h>

#include <cmath>

namespace tributary::evidence {

namespace {

bool is_threshold(double value) { return std::isfinite(value) && value >= 0; }

/// What is wrong with it, or nothing.
std::string_view fault_of(const Preference& preference) {
  const bool has_indifference = is_threshold(preference.indifference);
  const bool has_preference = is_threshold(preference.preference) && preference.preference > 0;
  switch (preference.shape) {
    case PreferenceShape::usual:
      return "";
    case PreferenceShape::u_shape:
      return has_indifference ? "" : "the indifference is no number from 0 on";
    case PreferenceShape::v_shape:
      return has_preference ? "" : "the preference is no number above 0";
    case PreferenceShape::level:
    case PreferenceShape::linear:
      return has_indifference && has_preference && preference.indifference < preference.preference
                 ? ""
                 : "the indifference is no number from 0 to below the preference";
    case PreferenceShape::gaussian:
      return is_threshold(preference.inflection) && preference.inflection > 0
                 ? ""
                 : "the inflection is no number above 0";
  }
  return "";
}

}  // namespace

double preference_for(double difference, const Preference& preference) {
  if (difference <= 0) return 0;
  const double low = preference.indifference, high = preference.preference;
  switch (preference.shape) {
    case PreferenceShape::usual:
      return 1;
    case PreferenceShape::u_shape:
      return difference > low ? 1 : 0;
    case PreferenceShape::v_shape:
      return difference < high ? difference / high : 1;
    case PreferenceShape::level:
      if (difference <= low) return 0;
      return difference > high ? 1 : 0.5;
    case PreferenceShape::linear:
      if (difference <= low) return 0;
      return difference < high ? (difference - low) / (high - low) : 1;
    case PreferenceShape::gaussian:
      return -std::expm1(-std::pow(difference / preference.inflection, 2) / 2);
  }
  return 0;
}

Result<Contributions> net_flow_contributions(const DecisionTable& table,
                                             std::span<const Preference> preferences) {
  TRY(check_table(table));
  const std::size_t criteria = table.directions.size(), options = table.rows.size();
  if (preferences.size() != criteria) {
    return fail(ErrorCode::invalid_argument,
                fmt::format("{} preferences for {} criteria", preferences.size(), criteria));
  }
  Contributions result{options, criteria, std::vector<double>(options * criteria)};
  for (std::size_t criterion = 0; criterion < criteria; ++criterion) {
    if (const auto fault = fault_of(preferences[criterion]); !fault.empty()) {
      return fail(ErrorCode::invalid_argument, std::string(fault),
                  fmt::format("criterion {}", criterion + 1));
    }
    const double sign = table.directions[criterion] == Direction::benefit ? 1 : -1;
    for (std::size_t a = 0; a < options; ++a) {
      for (std::size_t b = 0; b < a; ++b) {
        const double ahead = sign * (table.rows[a][criterion] - table.rows[b][criterion]);
        const double flow = (preference_for(ahead, preferences[criterion]) -
                             preference_for(-ahead, preferences[criterion])) /
                            static_cast<double>(options - 1);
        result.values[a * criteria + criterion] += flow;
        result.values[b * criteria + criterion] -= flow;
      }
    }
  }
  return result;
}

}  // namespace tributary::evidence
