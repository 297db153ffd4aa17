#include "evidence/suppression/coarse_difference.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <map>
#include <utility>
#include <vector>

#include "evidence/suppression/cell_suppression.h"
#include "evidence/suppression/hidden_counts.h"

namespace tributary::evidence {
namespace {

constexpr auto kSmall = static_cast<std::int64_t>(kSmallestShownCount);
constexpr std::array kSteps{0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0};
constexpr double kHundredth = 0.01;
/// Larger arms are taken for as large as this where no counts can stand in for others: one learner
/// matters less in them, and to look through all tables stays a matter of milliseconds.
constexpr std::int64_t kLargestArm = 400;

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

CoarseDifference rounded(const Figures& figures, double step, double within) {
  return {rounded_to(figures.value, step),
          {rounded_to(figures.interval.low, step), rounded_to(figures.interval.high, step)},
          within};
}

/// In whole hundredths, upwards.
double hundredths_above(double value) {
  constexpr double kRoundOff = 1e-9;
  return std::ceil(value * 100 - kRoundOff) / 100;
}

int side_of_zero(const Interval& interval) {
  return interval.low > 0 ? 1 : interval.high < 0 ? -1 : 0;
}

bool is_small(std::int64_t cases, std::int64_t others) { return std::min(cases, others) < kSmall; }

/// What a reader sees of a table: three multiples of the step, and on which side of 0 it lies.
using Seen = std::array<std::int64_t, 4>;

Seen seen_in(const Figures& figures, double step) {
  const auto multiple = [&](double value) {
    return static_cast<std::int64_t>(std::nearbyint(value / step));
  };
  return {multiple(figures.value), multiple(figures.interval.low), multiple(figures.interval.high),
          side_of_zero(figures.interval)};
}

/// The counts of one arm in the tables that are seen alike.
struct Counts {
  std::int64_t fewest = std::numeric_limits<std::int64_t>::max();
  std::int64_t most = -1;
  bool has_small = false;  ///< one of them has a small cell in this arm

  void add(std::int64_t cases, std::int64_t others) {
    fewest = std::min(fewest, cases);
    most = std::max(most, cases);
    has_small = has_small || is_small(cases, others);
  }
  [[nodiscard]] bool tells() const { return has_small && fewest == most; }
};

struct CoarseTable {
  TwoByTwo table;
  Figures figures;
};

/// All tables of these arms with a small cell: only these are rounded.
Result<std::vector<CoarseTable>> coarse_tables(std::int64_t treated, std::int64_t control,
                                               double quantile, double design_effect) {
  std::vector<CoarseTable> tables;
  for (std::int64_t cases = 0; cases <= treated; ++cases) {
    for (std::int64_t others = 0; others <= control; ++others) {
      const TwoByTwo table{cases, treated - cases, others, control - others};
      if (!has_small_cell(table)) continue;
      tables.push_back({table, TRY(figures_of(table, quantile, design_effect))});
    }
  }
  return tables;
}

/// Whether somebody who knows the sizes of the arms, and how the step is chosen, can tell from what
/// is seen of some table the count of an arm in which few had the outcome, or few had not.
bool tells_counts(const std::vector<CoarseTable>& tables, double step) {
  std::map<Seen, std::pair<Counts, Counts>> alike;
  for (const auto& [table, figures] : tables) {
    auto& [treated, control] = alike[seen_in(figures, step)];
    treated.add(table.treated_cases, table.treated_others);
    control.add(table.control_cases, table.control_others);
  }
  return std::ranges::any_of(
      alike, [](const auto& one) { return one.second.first.tells() || one.second.second.tells(); });
}

}  // namespace

bool has_small_cell(const TwoByTwo& table) {
  return is_small(table.treated_cases, table.treated_others) ||
         is_small(table.control_cases, table.control_others);
}

Result<double> coarse_step(std::int64_t treated, std::int64_t control, double quantile,
                           double design_effect) {
  const auto tables = TRY(coarse_tables(std::min(treated, kLargestArm),
                                        std::min(control, kLargestArm), quantile, design_effect));
  const auto step =
      std::ranges::find_if(kSteps, [&](double one) { return !tells_counts(tables, one); });
  return step == kSteps.end() ? kSteps.back() : *step;
}

Result<CoarseDifference> coarse_difference(const TwoByTwo& table, double quantile,
                                           double design_effect) {
  const ArmSizes sizes{table.treated_cases + table.treated_others,
                       table.control_cases + table.control_others};
  const auto exact = TRY(figures_of(table, quantile, design_effect));
  const auto hidden = TRY(HiddenCounts::of(sizes, {quantile, design_effect}));
  const bool is_large = std::max(sizes.treated, sizes.control) > kLargestArm;
  double step = 0;
  if (!hidden || !is_large) {
    step = TRY(coarse_step(sizes.treated, sizes.control, quantile, design_effect));
  }
  if (!hidden) return rounded(exact, step, step / 2);
  const double within = hundredths_above(hidden->within() + kHundredth / 2);
  if (!is_large && step / 2 <= within) return rounded(exact, step, step / 2);
  const auto figures = TRY(figures_of(hidden->stand_in(table), quantile, design_effect));
  return rounded(figures, kHundredth, within);
}

}  // namespace tributary::evidence
