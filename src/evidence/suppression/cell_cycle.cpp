#include "evidence/suppression/cell_cycle.h"

#include <algorithm>
#include <functional>
#include <limits>
#include <queue>
#include <utility>

namespace tributary::evidence {

namespace {

constexpr double kUnreached = std::numeric_limits<double>::infinity();

/// Rows come first, then columns.
class CellGraph {
 public:
  explicit CellGraph(const TableWithTotals& table) : table_(table) {}

  struct Path {
    double cost = kUnreached;
    std::vector<CellPlace> cells;
  };

  /// The way back from the cell's end to its begin, when it grows or when it shrinks.
  [[nodiscard]] Path way_around(CellPlace place, bool grows) const {
    const auto [from, to] = ends_of(place, grows);
    std::vector<double> costs(size(), kUnreached);
    std::vector<std::size_t> previous(size(), size());
    using Reached = std::pair<double, std::size_t>;
    std::priority_queue<Reached, std::vector<Reached>, std::greater<>> next;
    costs[to] = 0;
    next.emplace(0, to);
    while (!next.empty()) {
      const auto [cost, node] = next.top();
      next.pop();
      if (node == from) break;
      if (cost > costs[node]) continue;
      for (std::size_t other = 0; other < neighbours(node); ++other) {
        const auto cell = between(node, other);
        if (cell.row == place.row && cell.column == place.column) continue;
        if (!leads_from(cell, node)) continue;
        const auto beyond = beyond_of(node, other);
        const double reached = cost + cost_of(cell);
        if (reached >= costs[beyond]) continue;
        costs[beyond] = reached;
        previous[beyond] = node;
        next.emplace(reached, beyond);
      }
    }
    Path path{.cost = costs[from], .cells = {}};
    for (auto node = from; costs[from] < kUnreached && node != to; node = previous[node]) {
      path.cells.push_back(cell_of(node, previous[node]));
    }
    return path;
  }

 private:
  [[nodiscard]] std::size_t size() const { return table_.rows + table_.columns; }
  [[nodiscard]] bool is_row(std::size_t node) const { return node < table_.rows; }
  [[nodiscard]] std::size_t neighbours(std::size_t node) const {
    return is_row(node) ? table_.columns : table_.rows;
  }
  [[nodiscard]] std::size_t beyond_of(std::size_t node, std::size_t other) const {
    return is_row(node) ? table_.rows + other : other;
  }
  [[nodiscard]] CellPlace between(std::size_t node, std::size_t other) const {
    return cell_of(node, beyond_of(node, other));
  }
  [[nodiscard]] CellPlace cell_of(std::size_t node, std::size_t other) const {
    return {std::min(node, other), std::max(node, other) - table_.rows};
  }

  [[nodiscard]] std::pair<std::size_t, std::size_t> ends_of(CellPlace place, bool grows) const {
    const std::size_t row = place.row, column = table_.rows + place.column;
    const bool forward = grows != table_.is_one_total(place.row, place.column);
    return forward ? std::pair{row, column} : std::pair{column, row};
  }

  [[nodiscard]] bool leads_from(CellPlace cell, std::size_t node) const {
    return ends_of(cell, true).first == node || table_.at(cell.row, cell.column).count > 0;
  }

  /// Every further cell costs something, be it empty.
  [[nodiscard]] double cost_of(CellPlace cell) const {
    const auto& [count, state] = table_.at(cell.row, cell.column);
    return state == CellState::shown ? static_cast<double>(count) + 1 : 0;
  }

  const TableWithTotals& table_;
};

}  // namespace

std::vector<CellPlace> cheapest_cycle(const TableWithTotals& table, CellPlace place) {
  const CellGraph graph(table);
  auto grown = graph.way_around(place, true);
  if (grown.cost == 0 || table.at(place.row, place.column).count == 0) return grown.cells;
  auto shrunk = graph.way_around(place, false);
  return shrunk.cost < grown.cost ? shrunk.cells : grown.cells;
}

}  // namespace tributary::evidence
