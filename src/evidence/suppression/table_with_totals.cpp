#include "evidence/suppression/table_with_totals.h"

#include <fmt/core.h>

namespace tributary::evidence {

Result<TableWithTotals> with_totals(const CountTable& table) {
  if (table.counts.empty() || table.counts.front().empty()) {
    return fail(ErrorCode::invalid_argument, "the table has no cells");
  }
  const std::size_t rows = table.counts.size(), columns = table.counts.front().size();
  if ((rows + 1) > kMostTableCells / (columns + 1)) {
    return fail(ErrorCode::too_long,
                fmt::format("the table has more than {} cells with its totals", kMostTableCells));
  }
  TableWithTotals result{rows + 1, columns + 1,
                         std::vector<TotalledCell>((rows + 1) * (columns + 1))};
  for (std::size_t row = 0; row < rows; ++row) {
    if (table.counts[row].size() != columns) {
      return fail(ErrorCode::invalid_argument,
                  fmt::format("{} counts, the first row has {}", table.counts[row].size(), columns),
                  fmt::format("row {}", row + 1));
    }
    for (std::size_t column = 0; column < columns; ++column) {
      const auto count = table.counts[row][column];
      result.at(row, column).count = count;
      result.at(row, columns).count += count;
      result.at(rows, column).count += count;
      if (__builtin_add_overflow(result.at(rows, columns).count, count,
                                 &result.at(rows, columns).count)) {
        return fail(ErrorCode::invalid_argument, "the total of all counts is beyond 64 bits");
      }
    }
  }
  if (table.totals == PublishedTotals::of_rows) {
    for (std::size_t column = 0; column <= columns; ++column) {
      result.at(rows, column).state = CellState::never_published;
    }
  }
  return result;
}

}  // namespace tributary::evidence
