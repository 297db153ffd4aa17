#include "evidence/suppression/cell_suppression.h"

#include "evidence/suppression/cell_cycle.h"
#include "evidence/suppression/table_with_totals.h"

namespace tributary::evidence {

namespace {

void leave_out_small(TableWithTotals& table, std::uint64_t smallest_shown) {
  for (auto& [count, state] : table.cells) {
    if (state == CellState::shown && count < smallest_shown) state = CellState::left_out;
  }
}

/// A cycle hides all its cells, and leaving out more takes nothing from that: each cell needs to be
/// looked at once.
void hide_what_is_left_out(TableWithTotals& table) {
  for (std::size_t row = 0; row < table.rows; ++row) {
    for (std::size_t column = 0; column < table.columns; ++column) {
      if (table.at(row, column).state != CellState::left_out) continue;
      for (const auto& place : cheapest_cycle(table, {row, column})) {
        auto& state = table.at(place.row, place.column).state;
        if (state == CellState::shown) state = CellState::left_out;
      }
    }
  }
}

}  // namespace

Result<PublishedTable> suppress_small_cells(const CountTable& table, std::uint64_t smallest_shown) {
  auto totalled = TRY(with_totals(table));
  leave_out_small(totalled, smallest_shown);
  hide_what_is_left_out(totalled);
  PublishedTable result{totalled.rows - 1, totalled.columns - 1, {}};
  for (const auto& [count, state] : totalled.cells) {
    result.cells.push_back(state == CellState::shown ? std::optional(count) : std::nullopt);
  }
  return result;
}

}  // namespace tributary::evidence
