#include "evidence/ranking/topsis.h"

#include <algorithm>
#include <cmath>

#include "evidence/ranking/weights.h"

namespace tributary::evidence {

namespace {

/// A criterion's values of all options, normalised. By the largest first, as squares of finite
/// numbers may be infinite.
std::vector<double> unit_column(const DecisionTable& table, std::size_t criterion) {
  std::vector<double> column;
  double largest = 0;
  for (const auto& row : table.rows) {
    column.push_back(row[criterion]);
    largest = std::max(largest, std::abs(row[criterion]));
  }
  if (largest == 0) return column;
  double squares = 0;
  for (auto& value : column) {
    value /= largest;
    squares += value * value;
  }
  for (auto& value : column) value /= std::sqrt(squares);
  return column;
}

}  // namespace

Result<std::vector<Placement>> topsis_ranking(const DecisionTable& table,
                                              std::span<const double> weights) {
  TRY(check_table(table));
  const auto normalised = TRY(normalised_weights(weights, table.directions.size()));
  std::vector<double> from_best(table.rows.size()), from_worst(table.rows.size());
  for (std::size_t criterion = 0; criterion < normalised.size(); ++criterion) {
    const auto column = unit_column(table, criterion);
    auto [worst, best] = std::ranges::minmax(column);
    if (table.directions[criterion] == Direction::cost) std::swap(worst, best);
    for (std::size_t option = 0; option < column.size(); ++option) {
      from_best[option] += std::pow(normalised[criterion] * (column[option] - best), 2);
      from_worst[option] += std::pow(normalised[criterion] * (column[option] - worst), 2);
    }
  }
  std::vector<double> closeness;
  for (std::size_t option = 0; option < table.rows.size(); ++option) {
    const double near = std::sqrt(from_worst[option]), far = std::sqrt(from_best[option]);
    if (near + far == 0) {
      return fail(ErrorCode::unmet, "no criterion with a weight tells the options apart");
    }
    closeness.push_back(near / (near + far));
  }
  return placed(closeness);
}

}  // namespace tributary::evidence
