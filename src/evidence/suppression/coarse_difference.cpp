#include "evidence/suppression/coarse_difference.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "evidence/suppression/cell_suppression.h"

namespace tributary::evidence {
namespace {

constexpr auto kSmall = static_cast<std::int64_t>(kSmallestShownCount);
constexpr std::array kSteps{0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0};
/// How far from the counts another table is looked for.
constexpr std::int64_t kReach = 5;

struct Figures {
  double value = 0;
  Interval interval;
};

Result<Figures> figures_of(const TwoByTwo& table, double quantile, double design_effect) {
  const auto difference = TRY(risk_difference(table));
  return Figures{difference.value, TRY(risk_difference_interval(table, quantile, design_effect))};
}

/// The nearest multiple, with the two decimals that steps have.
double rounded_to(double value, double step) {
  const double multiple = std::nearbyint(value / step) * step;
  return std::nearbyint(multiple * 100) / 100 + 0.0;
}

CoarseDifference rounded(const Figures& figures, double step) {
  return {rounded_to(figures.value, step),
          {rounded_to(figures.interval.low, step), rounded_to(figures.interval.high, step)},
          step};
}

int side_of_zero(const Interval& interval) {
  return interval.low > 0 ? 1 : interval.high < 0 ? -1 : 0;
}

/// Another table of the same arms.
TwoByTwo moved(const TwoByTwo& table, std::int64_t treated, std::int64_t control) {
  return {table.treated_cases + treated, table.treated_others - treated,
          table.control_cases + control, table.control_others - control};
}

bool is_possible(const TwoByTwo& table) {
  return std::min({table.treated_cases, table.treated_others, table.control_cases,
                   table.control_others}) >= 0;
}

bool is_small(std::int64_t cases, std::int64_t others) { return std::min(cases, others) < kSmall; }

}  // namespace

bool has_small_cell(const TwoByTwo& table) {
  return is_small(table.treated_cases, table.treated_others) ||
         is_small(table.control_cases, table.control_others);
}

Result<CoarseDifference> coarse_difference(const TwoByTwo& table, double quantile,
                                           double design_effect) {
  const auto exact = TRY(figures_of(table, quantile, design_effect));
  for (const double step : kSteps) {
    const auto shown = rounded(exact, step);
    bool hides_treated = !is_small(table.treated_cases, table.treated_others);
    bool hides_control = !is_small(table.control_cases, table.control_others);
    for (std::int64_t treated = -kReach; treated <= kReach; ++treated) {
      for (std::int64_t control = -kReach; control <= kReach; ++control) {
        const auto other = moved(table, treated, control);
        if (!is_possible(other)) continue;
        const auto figures = TRY(figures_of(other, quantile, design_effect));
        const auto seen = rounded(figures, step);
        const bool is_same = seen.value == shown.value && seen.interval == shown.interval &&
                             side_of_zero(figures.interval) == side_of_zero(exact.interval);
        if (!is_same) continue;
        hides_treated = hides_treated || treated != 0;
        hides_control = hides_control || control != 0;
      }
    }
    if (hides_treated && hides_control) return shown;
  }
  return rounded(exact, kSteps.back());
}

}  // namespace tributary::evidence
