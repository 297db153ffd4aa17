// evidence/suppression/cell_cycle.h
//
// What hides a cell: a cycle. Where counts are moved by one along cells that lie in turn in a
// common row and a common column, all totals stay right; a reader who is shown none of these cells
// cannot tell the two tables apart. A cell that is on no such cycle of cells left out has one value
// alone that agrees with what is shown (Gusfield 1988, SIAM Journal on Computing 17).
//
// As counts cannot fall below 0, an empty cell can only grow: rows and columns are nodes, a cell
// that can grow is an arc from its row to its column, one that can shrink an arc back; a total,
// which stands on the other side of its sum, the other way round. A pure function; safe to call
// from any thread.
#pragma once

#include <vector>

#include "evidence/suppression/table_with_totals.h"

namespace tributary::evidence {

struct CellPlace {
  std::size_t row = 0;
  std::size_t column = 0;
};

/// The other cells of the cycle through `place` that leaves out the fewest learners beyond those
/// left out already; there always is one, as a count can grow together with all its totals. Cells ×
/// log(rows + columns) steps.
[[nodiscard]] std::vector<CellPlace> cheapest_cycle(const TableWithTotals& table, CellPlace place);

}  // namespace tributary::evidence
