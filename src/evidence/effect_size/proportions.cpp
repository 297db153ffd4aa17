#include "evidence/effect_size/proportions.h"

#include <algorithm>
#include <cmath>

namespace tributary::evidence {
namespace {

struct Cells {
  double treated_cases, treated_others, control_cases, control_others;

  [[nodiscard]] double treated() const { return treated_cases + treated_others; }
  [[nodiscard]] double control() const { return control_cases + control_others; }
};

Result<> check_table(const TwoByTwo& table) {
  if (std::min({table.treated_cases, table.treated_others, table.control_cases,
                table.control_others}) < 0) {
    return fail(ErrorCode::invalid_argument, "a count of learners is negative");
  }
  if (table.treated_cases == 0 && table.treated_others == 0) {
    return fail(ErrorCode::invalid_argument, "the treated group is empty");
  }
  if (table.control_cases == 0 && table.control_others == 0) {
    return fail(ErrorCode::invalid_argument, "the control group is empty");
  }
  return {};
}

Result<> check_ratio(const TwoByTwo& table) {
  TRY(check_table(table));
  if (table.treated_cases == 0 && table.control_cases == 0) {
    return fail(ErrorCode::invalid_argument, "no group has a case, so their ratio is not known");
  }
  if (table.treated_others == 0 && table.control_others == 0) {
    return fail(ErrorCode::invalid_argument,
                "everybody in both groups is a case, so their ratio is not known");
  }
  return {};
}

/// The counts, with half a learner more in each cell where one is empty.
Cells corrected(const TwoByTwo& table) {
  const bool has_empty = table.treated_cases == 0 || table.treated_others == 0 ||
                         table.control_cases == 0 || table.control_others == 0;
  const double more = has_empty ? 0.5 : 0.0;
  return {static_cast<double>(table.treated_cases) + more,
          static_cast<double>(table.treated_others) + more,
          static_cast<double>(table.control_cases) + more,
          static_cast<double>(table.control_others) + more};
}

double share(std::int64_t cases, std::int64_t others) {
  return static_cast<double>(cases) / (static_cast<double>(cases) + static_cast<double>(others));
}

}  // namespace

Interval score_interval(double share, double count, double quantile) {
  const double square = quantile * quantile;
  const double middle = share + square / (2 * count);
  const double reach =
      quantile * std::sqrt(share * (1 - share) / count + square / (4 * count * count));
  const double scale = 1 + square / count;
  return {std::max((middle - reach) / scale, 0.0), std::min((middle + reach) / scale, 1.0)};
}

Result<Interval> risk_difference_interval(const TwoByTwo& table, double quantile,
                                          double design_effect) {
  TRY(check_table(table));
  if (!(quantile > 0) || !(design_effect >= 1)) {
    return fail(ErrorCode::invalid_argument,
                "the quantile is above 0 and the design effect at least 1");
  }
  const double treated = share(table.treated_cases, table.treated_others);
  const double control = share(table.control_cases, table.control_others);
  const auto count = [&](std::int64_t cases, std::int64_t others) {
    return (static_cast<double>(cases) + static_cast<double>(others)) / design_effect;
  };
  const auto one =
      score_interval(treated, count(table.treated_cases, table.treated_others), quantile);
  const auto other =
      score_interval(control, count(table.control_cases, table.control_others), quantile);
  const double difference = treated - control;
  return Interval{difference - std::hypot(treated - one.low, other.high - control),
                  difference + std::hypot(one.high - treated, control - other.low)};
}

Result<EffectEstimate> risk_difference(const TwoByTwo& table) {
  TRY(check_table(table));
  const auto cells = corrected(table);
  const double n1 = cells.treated(), n2 = cells.control();
  const double variance = cells.treated_cases * cells.treated_others / (n1 * n1 * n1) +
                          cells.control_cases * cells.control_others / (n2 * n2 * n2);
  return EffectEstimate{share(table.treated_cases, table.treated_others) -
                            share(table.control_cases, table.control_others),
                        variance};
}

Result<EffectEstimate> log_risk_ratio(const TwoByTwo& table) {
  TRY(check_ratio(table));
  const auto cells = corrected(table);
  const double n1 = cells.treated(), n2 = cells.control();
  return EffectEstimate{std::log(cells.treated_cases / n1) - std::log(cells.control_cases / n2),
                        1 / cells.treated_cases - 1 / n1 + 1 / cells.control_cases - 1 / n2};
}

Result<EffectEstimate> log_odds_ratio(const TwoByTwo& table) {
  TRY(check_ratio(table));
  const auto cells = corrected(table);
  return EffectEstimate{std::log(cells.treated_cases / cells.treated_others) -
                            std::log(cells.control_cases / cells.control_others),
                        1 / cells.treated_cases + 1 / cells.treated_others +
                            1 / cells.control_cases + 1 / cells.control_others};
}

}  // namespace tributary::evidence
