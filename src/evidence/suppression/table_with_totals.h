// evidence/suppression/table_with_totals.h
//
// A table of counts with its totals as one square of cells, as suppression sees it. Not
// thread-safe.
#pragma once

#include <cstdint>
#include <vector>

#include "evidence/suppression/cell_suppression.h"

namespace tributary::evidence {

enum class CellState {
  shown,
  left_out,
  never_published,  ///< a total that nobody is given, and that need not be hidden either
};

struct TotalledCell {
  std::uint64_t count = 0;
  CellState state = CellState::shown;
};

struct TableWithTotals {
  std::size_t rows = 0;  ///< with the totals
  std::size_t columns = 0;
  std::vector<TotalledCell> cells;

  [[nodiscard]] TotalledCell& at(std::size_t row, std::size_t column) {
    return cells[row * columns + column];
  }
  [[nodiscard]] const TotalledCell& at(std::size_t row, std::size_t column) const {
    return cells[row * columns + column];
  }
  /// Of a row or of a column, and not of all.
  [[nodiscard]] bool is_one_total(std::size_t row, std::size_t column) const {
    return (row + 1 == rows) != (column + 1 == columns);
  }
};

/// Errors: those of suppress_small_cells().
Result<TableWithTotals> with_totals(const CountTable& table);

}  // namespace tributary::evidence
