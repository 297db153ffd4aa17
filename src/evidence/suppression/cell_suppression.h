// evidence/suppression/cell_suppression.h
//
// A table of counts as it may be published: cells of few learners are left out, and so many others
// that no cell left out can be worked out from the rest and the totals.
//
//   suppress_small_cells({.counts = {{3, 10}, {20, 30}}})  →    .   .  13
//                                                               .   .  50
//                                                              23  40  63
//
// The guarantee is for one table and readers who know that counts are whole numbers from 0 on: each
// cell left out has at least two values that agree with everything shown. It does not cover what
// two tables of the same learners tell together. Pure functions; safe to call from any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "base/result.h"

namespace tributary::evidence {

inline constexpr std::uint64_t kSmallestShownCount = 5;

/// Cells with their totals; the time grows with the square of them.
inline constexpr std::size_t kMostTableCells = 2500;

enum class PublishedTotals {
  of_rows,              ///< for a list of categories: one row
  of_rows_and_columns,  ///< and of all
};

struct CountTable {
  std::vector<std::vector<std::uint64_t>> counts;  ///< row by row, all equally long
  PublishedTotals totals = PublishedTotals::of_rows_and_columns;
};

/// With a last row and a last column of totals. Which of the cells left out are small is not told,
/// as that would tell of them.
struct PublishedTable {
  std::size_t rows = 0;  ///< without totals
  std::size_t columns = 0;
  /// (rows + 1) × (columns + 1); nothing: left out, or a total that is not published.
  std::vector<std::optional<std::uint64_t>> cells;

  [[nodiscard]] const std::optional<std::uint64_t>& at(std::size_t row, std::size_t column) const {
    return cells[row * (columns + 1) + column];
  }
};

/// Counts and totals below `smallest_shown`, 0 among them, are left out; then, one after another,
/// what is worth least of what hides them. Not always the least possible, which is hard to find.
/// The same table gives the same answer. Errors: `invalid_argument` where there are no cells, rows
/// differ in length (names the row), or a total is beyond 64 bits; `too_long` over kMostTableCells.
Result<PublishedTable> suppress_small_cells(const CountTable& table,
                                            std::uint64_t smallest_shown = kSmallestShownCount);

}  // namespace tributary::evidence
