// network/graph/betweenness.h
//
// Over whom the ways of the others lead: of all pairs of other nodes, the share whose shortest way
// (over the fewest ties) leads over a node, each pair counted by the part of its shortest ways.
// Pairs without a way count as led by nobody.
//
//   const auto measured = TRY(measure_betweenness(graph, {}));
//   measured.share[7]         →  0.031
//   measured.range_of({7})    →  0.029 … 0.034 where it was sampled, 0.031 … 0.031 where exact
//
// Exact where that is cheap: Brandes' sums of dependencies from every node. Else from a sample of
// pairs, each drawn with the same chance, and of each pair one of its shortest ways, likewise. So
// the share of the sample that leads over a node is that of a fair draw, and Chernoff's bound for
// such draws tells how far it may be from the truth; it is taken so wide that all nodes together
// keep within it with the confidence stated, whatever the graph.
//
// Sources: Brandes (2001), A faster algorithm for betweenness centrality; Riondato, Kornaropoulos
// (2016), Fast approximation of betweenness centrality through sampling (the draw); Borassi, Natale
// (2016), KADABRA (searching from both ends); Hoeffding (1963), theorem 1 (the bound).
#pragma once

#include <cstdint>
#include <vector>

#include "base/result.h"
#include "network/graph/tie_graph.h"

namespace tributary::network {

enum class BetweennessMethod : std::uint8_t { exact, sampled };

struct BetweennessOptions {
  /// Exact up to so many steps: nodes times nodes and ends of ties.
  std::uint64_t most_exact_steps = 200'000'000;
  std::uint64_t samples = 50'000;
  std::uint64_t seed = 1;
  Deadline deadline = {};
};

struct ShareRange {
  double low = 0, high = 0;
};

struct Betweenness {
  BetweennessMethod method = BetweennessMethod::exact;
  std::uint64_t samples = 0;  ///< pairs that were drawn; 0 where exact
  std::vector<double> share;  ///< by node, 0 … 1

  /// Of all ranges of range_of() together, that each has the true share.
  static constexpr double kConfidence = 0.95;
  [[nodiscard]] ShareRange range_of(NodeIndex node) const;
  /// How far a share may be from the truth: the most of any node; 0 where exact.
  [[nodiscard]] double greatest_error() const;

 private:
  [[nodiscard]] ShareRange range_around(double own) const;
};

/// The same for the same graph and options. Errors: `timed_out`.
Result<Betweenness> measure_betweenness(const TieGraph& graph, const BetweennessOptions& options);

}  // namespace tributary::network
