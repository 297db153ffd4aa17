#include "evidence/ranking/decision_table.h"

#include <fmt/core.h>

#include <cmath>

namespace tributary::evidence {

Result<> check_table(const DecisionTable& table) {
  if (table.rows.size() < 2) {
    return fail(ErrorCode::invalid_argument, "a ranking takes at least two options");
  }
  if (table.directions.empty()) return fail(ErrorCode::invalid_argument, "there are no criteria");
  for (std::size_t option = 0; option < table.rows.size(); ++option) {
    const auto& row = table.rows[option];
    if (row.size() != table.directions.size()) {
      return fail(ErrorCode::invalid_argument,
                  fmt::format("{} values for {} criteria", row.size(), table.directions.size()),
                  fmt::format("option {}", option + 1));
    }
    for (std::size_t criterion = 0; criterion < row.size(); ++criterion) {
      if (std::isfinite(row[criterion])) continue;
      return fail(ErrorCode::invalid_argument, "the value is no finite number",
                  fmt::format("option {}, criterion {}", option + 1, criterion + 1));
    }
  }
  return {};
}

}  // namespace tributary::evidence
