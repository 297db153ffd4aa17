#include "evidence/ranking/contributions.h"

#include <algorithm>
#include <numeric>

namespace tributary::evidence {

Result<Contributions> value_contributions(const DecisionTable& table, Scaling scaling) {
  TRY(check_table(table));
  const std::size_t criteria = table.directions.size();
  Contributions result{table.rows.size(), criteria,
                       std::vector<double>(table.rows.size() * criteria)};
  for (std::size_t criterion = 0; criterion < criteria; ++criterion) {
    double low = table.rows[0][criterion], high = low;
    for (const auto& row : table.rows) {
      low = std::min(low, row[criterion]);
      high = std::max(high, row[criterion]);
    }
    const bool is_cost = table.directions[criterion] == Direction::cost;
    // Halved, as the difference of two finite numbers may be infinite.
    const double half_range = high / 2 - low / 2;
    for (std::size_t option = 0; option < table.rows.size(); ++option) {
      const double value = table.rows[option][criterion];
      double part = is_cost ? -value : value;
      if (scaling == Scaling::by_range) {
        const double above_worst = is_cost ? high / 2 - value / 2 : value / 2 - low / 2;
        part = half_range > 0 ? above_worst / half_range : 0;
      }
      result.values[option * criteria + criterion] = part;
    }
  }
  return result;
}

std::vector<double> weighted_scores(const Contributions& parts, std::span<const double> weights) {
  std::vector<double> scores(parts.options);
  for (std::size_t option = 0; option < parts.options; ++option) {
    const auto own = parts.of(option);
    scores[option] = std::inner_product(own.begin(), own.end(), weights.begin(), 0.0);
  }
  return scores;
}

Result<std::vector<Placement>> weighted_ranking(const Contributions& parts,
                                                std::span<const double> weights) {
  return placed(weighted_scores(parts, TRY(normalised_weights(weights, parts.criteria))));
}

}  // namespace tributary::evidence
